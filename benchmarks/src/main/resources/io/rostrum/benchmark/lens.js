// Runs before a page's own scripts, behind proof.js: writes down when things are pressed, drawn
// and heard, in milliseconds of the wall clock, which all programs on this machine share.
(() => {
  /** Wall time of performance.now() = 0; the origin that a browser tells may be off. */
  const zero = () => {
    const before = Date.now();
    let now = before;
    while (now === before) now = Date.now();
    return now - performance.now();
  };

  const calls = [];
  window.RTCPeerConnection = class extends window.RTCPeerConnection {
    constructor(...rest) {
      super(...rest);
      calls.push(this);
    }
  };
  const callSound = () =>
    calls
      .at(-1)
      ?.getReceivers()
      .map((receiver) => receiver.track)
      .find((track) => track.kind === 'audio');

  let pressedAt = 0;
  const onPress = (event) => {
    pressedAt = zero() + event.timeStamp;
  };
  document.addEventListener('click', onPress, true);

  let firstAt = 0;
  const awaitFirst = (byStream = false) => {
    firstAt = 0;
    const look = setInterval(() => {
      const video = rostrumProof.mainVideo();
      if (!video || (byStream && !video.srcObject)) return;
      clearInterval(look);
      video.requestVideoFrameCallback((now) => {
        firstAt = zero() + now;
      });
    }, 5);
  };

  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 8;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  /** Milliseconds since 1970, modulo 2^32, from two rows of sixteen blocks at the lower edge. */
  const readClock = (video) => {
    const { videoWidth: width, videoHeight: height } = video;
    brush.drawImage(video, 0, (height * 3) / 4, width, height / 4, 0, 0, 64, 8);
    const { data } = brush.getImageData(0, 0, 64, 8);
    let value = 0;
    for (let bit = 0; bit < 32; bit++) {
      const column = (bit % 16) * 4 + 2;
      const row = bit < 16 ? 2 : 6;
      value = value * 2 + (data[(row * 64 + column) * 4] > 128 ? 1 : 0);
    }
    return value;
  };

  let film = null;
  /** Notes every frame: when it was drawn, the time that it shows, whether it flashes. */
  const watchFilm = () => {
    const video = rostrumProof.mainVideo();
    const own = { frames: [], stalls: 0, zero: zero() };
    film = own;
    video.addEventListener('waiting', () => own.stalls++);
    const note = (_, { expectedDisplayTime }) => {
      own.frames.push([expectedDisplayTime, readClock(video), rostrumProof.average(video).green]);
      video.requestVideoFrameCallback(note);
    };
    video.requestVideoFrameCallback(note);
  };
  const takeFilm = () => {
    const { frames, stalls } = film;
    film.frames = [];
    const start = zero();
    return { stalls, frames: frames.map(([at, shown, white]) => [start + at, shown, white]) };
  };

  let beeps = [];
  let delays = [];
  /** Notes every beep of what this page plays: a call's sound, or a program's. */
  const listenForBeeps = async (script) => {
    const context = new AudioContext({ sampleRate: 48000, latencyHint: 'interactive' });
    await context.audioWorklet.addModule(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    const ear = new AudioWorkletNode(context, 'ear');
    ear.port.onmessage = ({ data }) => {
      if (data.beep !== undefined) beeps.push(data.beep);
      else delays.push(data.offset);
    };
    const call = callSound();
    const source = call
      ? context.createMediaStreamSource(new MediaStream([call]))
      : context.createMediaElementSource(rostrumProof.mainVideo());
    source.connect(ear).connect(context.destination);
    await context.resume();
    return context.baseLatency * 1000;
  };
  /** Wall times of the beeps. The context's clock is told apart from the wall once a second. */
  const takeBeeps = () => {
    const offsets = delays.slice(-10).sort((a, b) => a - b);
    const offset = offsets[offsets.length >> 1] ?? 0;
    const heard = beeps.map((at) => at * 1000 + offset);
    beeps = [];
    return heard;
  };

  window.rostrumLens = {
    pressed: () => pressedAt,
    awaitFirst,
    first: () => firstAt,
    watchFilm,
    takeFilm,
    listenForBeeps,
    takeBeeps,
  };
})();
