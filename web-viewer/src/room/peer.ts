import { answerTo, offerFor, type PeerLines } from './lines.js';

/** What the session needs of a media connection. */
export interface Peer {
  offer(): Promise<string>;
  accept(answer: string): Promise<void>;
  /** What goes up from now on; null stops that line. */
  send(line: 'audio' | 'video', track: MediaStreamTrack | null): Promise<void>;
  stats(): Promise<RTCStatsReport>;
  close(): void;
}

export interface PeerListener {
  onPicture(stream: MediaStream): void;
  onSound(stream: MediaStream): void;
  onState(state: RTCPeerConnectionState): void;
}

/** One RTCPeerConnection, one offer: sound both ways, one picture up, one picture down. */
export class BrowserPeer implements Peer {
  private readonly connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  private readonly lines: PeerLines;

  constructor(
    audio: MediaStreamTrack | null,
    video: MediaStreamTrack | null,
    listener: PeerListener,
  ) {
    this.lines = offerFor(this.connection, audio, video);
    this.connection.ontrack = ({ track, transceiver }) => {
      const stream = new MediaStream([track]);
      if (transceiver === this.lines.audio) listener.onSound(stream);
      if (transceiver === this.lines.down) listener.onPicture(stream);
    };
    this.connection.onconnectionstatechange = () =>
      listener.onState(this.connection.connectionState);
  }

  async offer(): Promise<string> {
    await this.connection.setLocalDescription(await this.connection.createOffer());
    // The server is ICE-lite and learns our address from the first check: no candidates needed.
    return this.connection.localDescription?.sdp ?? '';
  }

  async accept(answer: string): Promise<void> {
    await answerTo(this.connection, this.lines, answer);
  }

  async send(line: 'audio' | 'video', track: MediaStreamTrack | null): Promise<void> {
    const transceiver = line === 'audio' ? this.lines.audio : this.lines.up;
    await transceiver.sender.replaceTrack(track);
  }

  stats(): Promise<RTCStatsReport> {
    return this.connection.getStats();
  }

  close(): void {
    this.connection.ontrack = null;
    this.connection.onconnectionstatechange = null;
    this.connection.close();
  }
}
