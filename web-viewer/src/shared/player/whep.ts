import { retryAfter } from '../api/retry-after.js';
import type { Clock } from '../clock.js';
import { whepFigures, type WhepFigures } from './whep-figures.js';

/** Why there is no WHEP. */
export type WhepTrouble =
  /** No datagram passes, or none any more. */
  | { readonly kind: 'blocked' }
  /** All places are taken; there may be one in so many milliseconds. */
  | { readonly kind: 'full'; readonly again: number }
  /** Too many have asked from this viewer's address; likewise. */
  | { readonly kind: 'crowd'; readonly again: number }
  /** This browser and this program do not fit together. */
  | { readonly kind: 'unable' }
  /** The server does not answer, or has no such program. */
  | { readonly kind: 'away' };

export class WhepError extends Error {
  constructor(readonly trouble: WhepTrouble) {
    super(trouble.kind);
  }
}

/** What a connection by WHEP needs of the world. */
export interface WhepWorld {
  readonly clock: Clock;
  /** A new connection; throws where the browser has none. */
  peer(): RTCPeerConnection;
  fetch(url: string, init: RequestInit): Promise<Response>;
  stream(): MediaStream;
}

/** Longer than a handshake over a slow path, short enough for the other way to start in time. */
const ANSWER_PATIENCE = 2_000;
const PATH_PATIENCE = 1_200;
const PICTURE_PATIENCE = 2_000;
const LOOK_EVERY = 100;

/** The server sends reports once a second, whatever the program does. */
const SILENCE = 1_500;

const AGAIN = 10_000;

/** One viewer's connection by WHEP (draft-ietf-wish-whep): an offer, an answer, pictures. */
export class Whep {
  readonly stream: MediaStream;
  private peer?: RTCPeerConnection;
  private session?: string;
  private stopLooking?: () => void;
  private heardAt = 0;
  private closed = false;
  private latest: WhepFigures = { received: 0, frames: 0, behindEdge: null, shown: null };

  constructor(
    private readonly url: string,
    private readonly world: WhepWorld,
    /** It had been connected. */
    private readonly onLost: () => void,
  ) {
    this.stream = world.stream();
  }

  /** Done when pictures come; fails with a {@link WhepError}. */
  async connect(): Promise<void> {
    try {
      await this.negotiate();
      await this.pictures();
      this.heardAt = this.world.clock.now();
      this.look();
    } catch (error) {
      this.close();
      throw error instanceof WhepError ? error : new WhepError({ kind: 'unable' });
    }
  }

  private async negotiate(): Promise<void> {
    const peer = this.world.peer();
    this.peer = peer;
    peer.addEventListener('track', ({ track }) => this.stream.addTrack(track));
    peer.addTransceiver('video', { direction: 'recvonly' });
    peer.addTransceiver('audio', { direction: 'recvonly' });
    await peer.setLocalDescription();
    const answer = await this.ask(peer.localDescription?.sdp ?? '');
    await peer.setRemoteDescription({ type: 'answer', sdp: answer });
  }

  private async ask(offer: string): Promise<string> {
    const abort = new AbortController();
    const patience = this.world.clock.later(() => abort.abort(), ANSWER_PATIENCE);
    try {
      const response = await this.world
        .fetch(this.url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/sdp' },
          body: offer,
          signal: abort.signal,
        })
        .catch(() => {
          throw new WhepError({ kind: 'away' });
        });
      if (!response.ok) throw new WhepError(refusal(response));
      const location = response.headers.get('Location');
      if (location) this.session = new URL(location, this.url).href;
      return await response.text();
    } finally {
      patience();
    }
  }

  private async pictures(): Promise<void> {
    const began = this.world.clock.now();
    for (;;) {
      await this.read();
      if (this.latest.frames > 0) return;
      const waited = this.world.clock.now() - began;
      if (this.closed || this.hopeless || waited >= this.patience) break;
      await this.pause();
    }
    throw new WhepError({ kind: 'blocked' });
  }

  private get patience(): number {
    return this.peer?.connectionState === 'connected' ? PICTURE_PATIENCE : PATH_PATIENCE;
  }

  /** Over, or a browser that found no way to send a datagram. */
  private get hopeless(): boolean {
    const { peer } = this;
    if (!peer || peer.connectionState === 'failed' || peer.connectionState === 'closed') return true;
    const searched = peer.iceGatheringState === 'complete';
    return searched && !/^a=candidate:.* udp /im.test(peer.localDescription?.sdp ?? '');
  }

  private pause(): Promise<void> {
    return new Promise((done) => this.world.clock.later(done, LOOK_EVERY));
  }

  private async read(): Promise<void> {
    const report = await this.peer?.getStats();
    if (report) this.latest = whepFigures(report.values());
  }

  /** Notices that nothing comes any more long before the browser says so. */
  private look(): void {
    if (this.closed) return;
    this.stopLooking = this.world.clock.later(() => void this.lookNow(), LOOK_EVERY);
  }

  private async lookNow(): Promise<void> {
    const before = this.latest.received;
    await this.read();
    if (this.closed) return;
    const now = this.world.clock.now();
    if (this.latest.received !== before) this.heardAt = now;
    const state = this.peer?.connectionState;
    if (state === 'failed' || state === 'closed' || now - this.heardAt >= SILENCE) {
      this.close();
      this.onLost();
    } else {
      this.look();
    }
  }

  get figures(): WhepFigures {
    return this.latest;
  }

  /** Gives the place back. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.stopLooking?.();
    this.peer?.close();
    if (this.session) {
      void this.world.fetch(this.session, { method: 'DELETE', keepalive: true }).catch(() => undefined);
    }
  }
}

function refusal(response: Response): WhepTrouble {
  const { status, headers } = response;
  if (status === 503 || status === 429) {
    const seconds = retryAfter(headers.get('Retry-After')) ?? 0;
    return { kind: status === 429 ? 'crowd' : 'full', again: Math.max(AGAIN, seconds * 1000) };
  }
  return { kind: status === 406 || status === 415 ? 'unable' : 'away' };
}
