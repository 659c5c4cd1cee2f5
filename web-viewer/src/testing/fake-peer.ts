import type { Peer, PeerListener } from '../room/peer.js';

/** A media connection whose other end is the test. */
export class FakePeer implements Peer {
  accepted: string[] = [];
  readonly sending = new Map<string, MediaStreamTrack | null>();
  closed = false;

  constructor(readonly listener: PeerListener) {}

  offer(): Promise<string> {
    return Promise.resolve('offer');
  }

  accept(answer: string): Promise<void> {
    this.accepted.push(answer);
    return Promise.resolve();
  }

  send(line: 'audio' | 'video', track: MediaStreamTrack | null): Promise<void> {
    this.sending.set(line, track);
    return Promise.resolve();
  }

  stats(): Promise<RTCStatsReport> {
    return Promise.resolve(new Map() as unknown as RTCStatsReport);
  }

  close(): void {
    this.closed = true;
  }

  becomes(state: RTCPeerConnectionState): void {
    this.listener.onState(state);
  }
}
