import { vi } from 'vitest';
import type { WhepWorld } from '../shared/player/whep.js';
import { FakeClock } from './fake-clock.js';

type Listener = (event: { track: MediaStreamTrack }) => void;

/** A connection whose network the test is. */
export class FakeConnection {
  connectionState = 'new';
  iceGatheringState = 'gathering';
  localDescription: { sdp: string } | null = null;
  answer = '';
  lines: string[] = [];
  received = 0;
  frames = 0;
  private listener?: Listener;

  addEventListener(_: string, listener: Listener): void {
    this.listener = listener;
  }

  addTransceiver(kind: string, { direction }: { direction: string }): void {
    this.lines.push(`${kind} ${direction}`);
  }

  setLocalDescription(): Promise<void> {
    this.localDescription = { sdp: 'offer' };
    return Promise.resolve();
  }

  setRemoteDescription({ sdp }: { sdp: string }): Promise<void> {
    this.answer = sdp;
    return Promise.resolve();
  }

  getStats(): Promise<Map<string, object>> {
    return Promise.resolve(
      new Map<string, object>([
        ['pair', { type: 'candidate-pair', nominated: true, bytesReceived: this.received }],
        ['video', { type: 'inbound-rtp', kind: 'video', framesDecoded: this.frames }],
      ]),
    );
  }

  close(): void {
    this.connectionState = 'closed';
  }

  /** The path stands and pictures come. */
  shows(): void {
    this.connectionState = 'connected';
    this.listener?.({ track: { kind: 'video' } as MediaStreamTrack });
    this.hears();
    this.frames += 1;
  }

  hears(): void {
    this.received += 1000;
  }
}

/** A server and a browser for WHEP; the test says what the server answers. */
export class FakeWhepWorld implements WhepWorld {
  readonly clock = new FakeClock();
  readonly connection = new FakeConnection();
  readonly tracks: MediaStreamTrack[] = [];
  readonly asked: string[] = [];
  answers = () => Promise.resolve(created());

  peer(): RTCPeerConnection {
    return this.connection as unknown as RTCPeerConnection;
  }

  stream(): MediaStream {
    return {
      addTrack: (track: MediaStreamTrack) => this.tracks.push(track),
    } as unknown as MediaStream;
  }

  readonly fetch = vi.fn((url: string, { method, signal }: RequestInit) => {
    this.asked.push(`${method} ${url}`);
    if (method === 'DELETE') return Promise.resolve(new Response());
    return Promise.race([
      this.answers(),
      new Promise<Response>((_, fail) => signal?.addEventListener('abort', () => fail(new Error('aborted')))),
    ]);
  });
}

/** A place; its text comes without waiting for the real clock. */
export const created = () =>
  Object.assign(new Response(null, { status: 201, headers: { Location: '/live/r1/whep/0-abc' } }), {
    text: () => Promise.resolve('answer'),
  });

export const refused = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });
