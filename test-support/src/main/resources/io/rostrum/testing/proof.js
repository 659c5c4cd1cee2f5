// Runs before every page: notes what its user hears and sees. Sound processing of the browser is
// switched off, because it takes a steady tone for noise.
(() => {
  const players = new Set();
  const peers = [];
  const listeners = new WeakMap();
  let audio = null;

  const RealPeer = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends RealPeer {
    constructor(...rest) {
      super(...rest);
      peers.push(this);
    }
  };

  const sockets = new Set();
  const RealSocket = window.WebSocket;
  window.WebSocket = class extends RealSocket {
    constructor(...rest) {
      super(...rest);
      sockets.add(this);
    }
  };
  /** The network breaks: signalling and media are gone without a word. */
  const breakConnection = () => {
    peers.forEach((peer) => peer.close());
    sockets.forEach((socket) => socket.close());
    sockets.clear();
  };

  const devices = navigator.mediaDevices;
  if (devices) {
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = (wish = {}) => {
      const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
      const sound = wish.audio ? { ...(wish.audio === true ? {} : wish.audio), ...raw } : wish.audio;
      return ask({ ...wish, audio: sound });
    };
  }

  const source = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    ...source,
    set(stream) {
      players.add(this);
      source.set.call(this, stream);
    },
  });

  const search = (root, found) => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLMediaElement) found.add(element);
      if (element.shadowRoot) search(element.shadowRoot, found);
    }
    return found;
  };
  const media = () => search(document, new Set(players));
  const remote = (track) =>
    peers.some((peer) => peer.getReceivers().some((receiver) => receiver.track === track));

  /** The last 0.34 s of a track, 48 kHz. */
  const listen = (track) => {
    let known = listeners.get(track);
    if (!known) {
      audio ??= new AudioContext({ sampleRate: 48000 });
      const analyser = new AnalyserNode(audio, { fftSize: 16384 });
      audio.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      known = { analyser, samples: new Float32Array(analyser.fftSize) };
      listeners.set(track, known);
    }
    known.analyser.getFloatTimeDomainData(known.samples);
    return known.samples;
  };

  const tracksOf = (player) => {
    if (player.srcObject) return player.srcObject.getAudioTracks().filter(remote);
    if (!player.currentSrc) return [];
    player.rostrumCapture ??= player.captureStream?.() ?? player.mozCaptureStream();
    return player.rostrumCapture.getAudioTracks();
  };

  /** Sample blocks of everything that this page plays aloud. */
  const sounding = () =>
    [...media()]
      .filter((player) => !player.paused && !player.muted && player.volume > 0)
      .flatMap(tracksOf)
      .filter((track) => track.readyState === 'live' && track.enabled)
      .map(listen);

  /** Goertzel under a Hann window; 1 for a sine of full scale. */
  const power = (samples, hertz) => {
    const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / 48000);
    let before = 0;
    let last = 0;
    for (let i = 0; i < samples.length; i++) {
      const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / samples.length);
      const now = samples[i] * window + coefficient * last - before;
      before = last;
      last = now;
    }
    const square = last * last + before * before - coefficient * last * before;
    return (16 * Math.max(0, square)) / samples.length ** 2;
  };

  const hears = (hertz) => {
    const blocks = sounding();
    return hertz.map((each) => {
      const sum = blocks.reduce((total, block) => total + power(block, each), 0);
      return sum < 1e-20 ? -200 : 10 * Math.log10(sum);
    });
  };

  const shown = (player) => {
    const style = getComputedStyle(player);
    return player.isConnected && style.visibility !== 'hidden' && style.display !== 'none';
  };
  // In a room only what comes by WebRTC counts, not the small picture of the public program.
  const inRoom = () => peers.length > 0 && !location.pathname.startsWith('/watch/');
  const fromAfar = (player) =>
    player.srcObject
      ? player.srcObject.getVideoTracks().some(remote)
      : !inRoom() && !!player.currentSrc;
  const area = (player) => {
    const box = player.getBoundingClientRect();
    return box.width * box.height;
  };
  /** The largest video that is not the person's own camera. */
  const mainVideo = () =>
    [...media()]
      .filter((player) => player instanceof HTMLVideoElement && shown(player) && fromAfar(player))
      .reduce((best, player) => (best && area(best) >= area(player) ? best : player), null);

  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 8;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  /** The centre's average; its brightness tells a flash. */
  const average = (video) => {
    const { videoWidth: width, videoHeight: height } = video;
    if (!width || !height) return { red: 0, green: 0, blue: 0 };
    brush.drawImage(video, width / 4, height / 4, width / 2, height / 2, 0, 0, 8, 8);
    const pixels = brush.getImageData(0, 0, 8, 8).data;
    const sum = [0, 0, 0, 0];
    pixels.forEach((value, i) => (sum[i % 4] += value));
    return { red: sum[0] / 64, green: sum[1] / 64, blue: sum[2] / 64 };
  };

  const nothing = { red: 0, green: 0, blue: 0, width: 0, height: 0, time: 0, moving: false };
  const sees = () => {
    const video = mainVideo();
    return video
      ? {
          ...average(video),
          width: video.videoWidth,
          height: video.videoHeight,
          time: video.currentTime,
          moving: !video.paused && video.readyState > 2,
        }
      : nothing;
  };

  const far = (one, other) =>
    Math.hypot(one.red - other.red, one.green - other.green, one.blue - other.blue) > 60;
  let notes = null;
  const watch = () => {
    const own = { frames: 0, longestGap: 0, stalls: 0, waits: [], changes: [], gaps: [], last: 0 };
    notes = own;
    performance.setResourceTimingBufferSize(50_000);
    let current = null;
    let colour = null;
    const note = (video) => (now) => {
      if (notes !== own || video !== current) return;
      const wall = performance.timeOrigin + now;
      if (own.last) own.longestGap = Math.max(own.longestGap, wall - own.last);
      if (own.last && wall - own.last > 500) {
        own.gaps.push({ millis: own.last, length: wall - own.last, time: video.currentTime });
      }
      own.last = wall;
      own.frames++;
      const seen = average(video);
      if (!colour || far(seen, colour)) {
        colour = seen;
        own.changes.push({ ...seen, millis: wall });
      }
      video.requestVideoFrameCallback(note(video));
    };
    const follow = () => {
      if (notes !== own) return;
      const video = mainVideo();
      if (video && video !== current) {
        current = video;
        video.requestVideoFrameCallback(note(video));
        video.addEventListener('waiting', () => {
          if (notes !== own || video !== current || !own.frames) return;
          own.stalls++;
          own.waits.push({
            at: performance.now(),
            position: video.currentTime,
            buffered: ranges(video),
          });
        });
      }
      setTimeout(follow, 50);
    };
    follow();
  };
  const ranges = (video) =>
    [...Array(video.buffered.length).keys()]
      .map((i) => `${video.buffered.start(i).toFixed(3)}-${video.buffered.end(i).toFixed(3)}`)
      .join(' ');
  const told = ({ at, position, buffered }) => {
    const near = performance
      .getEntriesByType('resource')
      .filter(({ startTime, responseEnd }) => responseEnd > at - 2_500 && startTime < at + 1_500)
      .map(({ name, startTime, responseEnd }) =>
        `${Math.round(startTime - at)}..${Math.round(responseEnd - at)} ${name.split('/').pop()}`);
    return [`waits at ${position.toFixed(3)}, has ${buffered}`, ...near].join('\n  ');
  };
  /** Media that was loaded a second time, by its name beside its playlist. */
  const again = () => {
    const loaded = new Set();
    const repeated = (name) => {
      const before = loaded.has(name);
      loaded.add(name);
      return before;
    };
    return performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.m4s') && repeated(name))
      .map((name) => name.split('/').slice(-2).join('/'));
  };
  const watched = () => {
    const { frames, stalls, changes, gaps, last, longestGap } = notes;
    const since = last ? performance.timeOrigin + performance.now() - last : 0;
    return {
      frames,
      stalls,
      changes,
      gaps,
      waits: notes.waits.map(told),
      again: again(),
      longestGap: Math.max(longestGap, since),
    };
  };

  window.rostrumProof = {
    hears,
    sees,
    watch,
    watched,
    drawn: () => notes.frames,
    breakConnection,
    power,
    listen,
    tracksOf,
    mainVideo,
    average,
  };
})();
