// Runs in a browser: answers offers with real peer connections and drawn pictures.
const socket = new WebSocket(`ws://${location.host}/fake-media`);
const peers = new Map();

socket.onmessage = async ({ data }) => {
  const message = JSON.parse(data);
  if (message.type === 'picture') peers.get(message.id)?.canvas.name(message.name);
  if (message.type !== 'offer') return;
  const answer = await answerTo(message.id, message.offer);
  socket.send(JSON.stringify({ id: message.id, answer }));
};

async function answerTo(id, offer) {
  const connection = new RTCPeerConnection();
  const canvas = drawn();
  peers.set(id, { connection, canvas });
  await connection.setRemoteDescription({ type: 'offer', sdp: offer });
  const [audio, , down] = connection.getTransceivers();
  audio.direction = 'sendrecv';
  await audio.sender.replaceTrack(tone());
  down.direction = 'sendonly';
  await down.sender.replaceTrack(canvas.track);
  await connection.setLocalDescription(await connection.createAnswer());
  await new Promise((done) => {
    if (connection.iceGatheringState === 'complete') done();
    connection.onicegatheringstatechange = () =>
      connection.iceGatheringState === 'complete' && done();
  });
  return connection.localDescription.sdp;
}

function tone() {
  const context = new AudioContext();
  const [oscillator, out] = [context.createOscillator(), context.createMediaStreamDestination()];
  oscillator.connect(out);
  oscillator.start();
  return out.stream.getAudioTracks()[0];
}

/** Somebody before a window at dusk, moving a little. */
function drawn() {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1280, 720];
  const brush = canvas.getContext('2d');
  let hue = 210;
  const draw = () => {
    const sway = Math.sin(Date.now() / 900) * 14;
    const sky = brush.createLinearGradient(0, 0, 1280, 720);
    sky.addColorStop(0, `hsl(${hue} 32% 22%)`);
    sky.addColorStop(1, `hsl(${hue + 40} 45% 52%)`);
    brush.fillStyle = sky;
    brush.fillRect(0, 0, 1280, 720);
    brush.fillStyle = `hsl(${hue + 180} 30% 24%)`;
    brush.beginPath();
    brush.ellipse(640 + sway, 800, 330, 320, 0, 0, 7);
    brush.fill();
    brush.fillStyle = `hsl(${hue + 170} 38% 66%)`;
    brush.beginPath();
    brush.ellipse(640 + sway * 1.5, 350, 120, 155, sway / 200, 0, 7);
    brush.fill();
  };
  setInterval(draw, 50);
  draw();
  const track = canvas.captureStream(20).getVideoTracks()[0];
  return { track, name: (text) => (hue = [...text].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 360) };
}
