/** The three lines of a participant's connection, in the order of docs/protocol.md. */
export interface PeerLines {
  readonly audio: RTCRtpTransceiver;
  readonly up: RTCRtpTransceiver;
  readonly down: RTCRtpTransceiver;
}

const UP_BITS_PER_SECOND = 2_500_000;
const UP_FRAMES_PER_SECOND = 30;

/** Milliseconds the picture may wait for stragglers: enough for one repeated packet. */
const DOWN_BUFFER = 30;

export function offerFor(
  connection: RTCPeerConnection,
  audio: MediaStreamTrack | null,
  video: MediaStreamTrack | null,
): PeerLines {
  const lines = {
    audio: connection.addTransceiver(audio ?? 'audio', { direction: 'sendrecv' }),
    up: connection.addTransceiver(video ?? 'video', {
      direction: 'sendonly',
      // One encoding today; simulcast layers (rid q, h, f) will stand beside it here.
      sendEncodings: [{ maxBitrate: UP_BITS_PER_SECOND, maxFramerate: UP_FRAMES_PER_SECOND }],
    }),
    down: connection.addTransceiver('video', { direction: 'recvonly' }),
  };
  preferCodecs(lines.up);
  preferCodecs(lines.down);
  lowDelay(lines.down.receiver);
  return lines;
}

export async function answerTo(
  connection: RTCPeerConnection,
  lines: PeerLines,
  answer: string,
): Promise<void> {
  await connection.setRemoteDescription({ type: 'answer', sdp: answer });
  await keepResolution(lines.up.sender);
}

interface Codec {
  readonly mimeType: string;
  readonly sdpFmtpLine?: string;
}

/** H264 that the program can pass through, then VP8, and what repairs them; nothing else. */
export function ranked<C extends Codec>(codecs: readonly C[]): C[] {
  const rank = (codec: C): number => {
    const fmtp = codec.sdpFmtpLine ?? '';
    switch (codec.mimeType.toLowerCase()) {
      case 'video/h264':
        if (!fmtp.includes('packetization-mode=1')) return 3;
        return /profile-level-id=42e0/i.test(fmtp) ? 0 : 1;
      case 'video/vp8':
        return 2;
      case 'video/rtx':
      case 'video/red':
      case 'video/ulpfec':
        return 4;
      default:
        return -1;
    }
  };
  return codecs.filter((codec) => rank(codec) >= 0).sort((a, b) => rank(a) - rank(b));
}

/** Only codecs of the receiver may be named here, for both directions (WebRTC, setCodecPreferences). */
function preferCodecs(transceiver: RTCRtpTransceiver): void {
  const codecs = ranked(RTCRtpReceiver.getCapabilities('video')?.codecs ?? []);
  if (codecs.length === 0 || !transceiver.setCodecPreferences) return;
  try {
    transceiver.setCodecPreferences(codecs);
  } catch {
    // An older browser may refuse the list: its own order serves too.
  }
}

/** Frame rate gives way before resolution: each new size would be a cut for everybody. */
async function keepResolution(sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters() as RTCRtpSendParameters & {
    degradationPreference?: string;
  };
  parameters.degradationPreference = 'maintain-resolution';
  await sender.setParameters(parameters).catch(() => undefined);
}

function lowDelay(receiver: RTCRtpReceiver): void {
  const tuned = receiver as RTCRtpReceiver & { jitterBufferTarget?: number | null };
  if ('jitterBufferTarget' in tuned) tuned.jitterBufferTarget = DOWN_BUFFER;
}
