import { asProblem } from '../shared/api/http.js';
import { problem, ProblemError, type Problem } from '../shared/api/problem.js';
import type { Clock } from '../shared/clock.js';
import type {
  Change,
  Joined,
  News,
  Reacted,
  Request,
  Room,
} from '../shared/signal/messages.js';
import { Signal, type Socket } from '../shared/signal/signal.js';
import { Backoff } from './backoff.js';
import { changed } from './changed.js';
import { arrived, heard, silence, without } from './chat/log.js';
import type { Peer, PeerListener } from './peer.js';
import { stillsAfter, withStill } from './picture/stills.js';
import { outside, type Phase, type SessionState, type Why } from './session-state.js';

export interface SessionParts {
  readonly clock: Clock;
  openSocket(): Socket;
  openPeer(listener: PeerListener): Peer;
  /** The seat's secret, so that a reload of the page comes back as the same person. */
  keepSeat(seat: string | null): void;
  keptSeat(): string | null;
  /** What this browser calls itself. */
  device(): string;
  /** Called after each (re)entry, to tell the server what the lines carry. */
  onEntered(): void;
}

export interface Identity {
  readonly name: string;
  readonly hostKey?: string;
}

/** A short loss of connectivity heals by itself; longer ones need a new connection. */
const DISCONNECTED_FOR = 2_500;
const MEDIA_WITHIN = 12_000;

/** As long as the server waits for a join: a way that swallows everything tells neither of us. */
const ANSWER_WITHIN = 15_000;

/** How long a sign is shown. */
const SIGN_FOR = 4_000;

/** More are left out: nobody could tell them apart. */
const MOST_SIGNS = 24;

/** Seconds, where a server that has enough of us names none. */
const CROWD_WAIT = 5;

/** A participant's stay in a room, across broken connections. */
export class Session {
  state: SessionState = outside;
  private readonly listeners = new Set<() => void>();
  private readonly backoff = new Backoff();
  private identity: Identity = { name: '' };
  private signal?: Signal;
  private peer?: Peer;
  private attempt = 0;
  /** A change was missed, and the whole room asked for. */
  private asked = false;
  /** The seat that the chat belongs to which we know. */
  private seat: string | null = null;
  private signs = 0;
  private cancelRetry?: () => void;
  private cancelDoubt?: () => void;

  constructor(
    private readonly parts: SessionParts,
    /** From 0 to 1: whoever is told to wait as long as others comes at another moment. */
    private readonly turn = Math.random(),
  ) {}

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get media(): Peer | undefined {
    return this.peer;
  }

  /** There is somebody to tell; whoever cannot now tells on the next entry. */
  get reachable(): boolean {
    return this.signal !== undefined && this.state.you !== null;
  }

  async join(identity: Identity): Promise<void> {
    this.identity = identity;
    this.backoff.reset();
    this.set({ ...outside, phase: { kind: 'connecting' } });
    await this.connect();
  }

  /** Asks the server; a refusal comes out as ProblemError. */
  async request(request: Request): Promise<void> {
    if (!this.signal) throw new ProblemError(problem('not-joined'));
    await this.signal.request(request);
  }

  /** Is called so from now on, also after a break. */
  async rename(name: string): Promise<void> {
    await this.request({ type: 'rename', name });
    this.identity = { ...this.identity, name };
  }

  /** Tries again at once: the user asks, or the browser says that the network is back. */
  hurry(): void {
    const { kind } = this.state.phase;
    if (kind === 'lost') this.backoff.reset();
    else if (kind !== 'reconnecting' || !this.cancelRetry) return;
    this.cancelRetry?.();
    void this.connect();
  }

  leave(): void {
    this.signal?.leave();
    this.end({ kind: 'left' });
  }

  private async connect(): Promise<void> {
    const attempt = ++this.attempt;
    this.cancelRetry = undefined;
    this.set({ phase: trying(this.state.phase) });
    this.doubt(ANSWER_WITHIN);
    const peer = this.parts.openPeer(this.peerListener(attempt));
    const signal = new Signal(this.parts.openSocket(), {
      onMessage: (message) => attempt === this.attempt && this.hear(message),
      onBroken: () => attempt === this.attempt && this.broken(),
    });
    [this.peer, this.signal] = [peer, signal];
    try {
      const joined = await this.ask(signal, await peer.offer());
      if (attempt !== this.attempt) return;
      this.entered(joined);
      await peer.accept(joined.answer);
      if (attempt !== this.attempt) return;
      this.parts.onEntered();
      await this.recall();
    } catch (error) {
      if (attempt === this.attempt) this.failed(error);
    }
  }

  private ask(signal: Signal, offer: string): Promise<Joined> {
    const seat = this.parts.keptSeat();
    const { name, hostKey } = this.identity;
    return signal.join({
      type: 'join',
      name,
      offer,
      device: this.parts.device(),
      ...(hostKey ? { hostKey } : {}),
      ...(seat ? { seat } : {}),
    });
  }

  private entered({ you, seat, rights, room }: Joined): void {
    this.parts.keepSeat(seat);
    this.asked = false;
    const chat = seat === this.seat ? this.state.chat : silence;
    this.seat = seat;
    this.set({ you, rights, room, knocks: [], stills: {}, chat });
    this.doubt(MEDIA_WITHIN);
  }

  /** What was written before, or while the connection was broken. */
  private async recall(): Promise<void> {
    const { chat } = this.state;
    try {
      await this.request({ type: 'recall', after: chat.last });
      if (chat.before < 0) this.set({ chat: arrived(this.state.chat) });
    } catch {
      // too soon after the last time, or broken again: the next entry asks anew
    }
  }

  private peerListener(attempt: number): PeerListener {
    const current = (then: () => void) => {
      if (attempt === this.attempt) then();
    };
    return {
      onPicture: (picture) => current(() => this.set({ picture })),
      onSound: (sound) => current(() => this.set({ sound })),
      onState: (state) => current(() => this.onMedia(state)),
    };
  }

  private onMedia(state: RTCPeerConnectionState): void {
    if (state === 'connected') {
      this.trust();
      this.backoff.reset();
      this.set({ phase: { kind: 'inside' } });
    } else if (state === 'disconnected') this.doubt(DISCONNECTED_FOR);
    else if (state === 'failed') this.broken();
  }

  private doubt(millis: number): void {
    this.cancelDoubt?.();
    this.cancelDoubt = this.parts.clock.later(() => this.broken(), millis);
  }

  private trust(): void {
    this.cancelDoubt?.();
    this.cancelDoubt = undefined;
  }

  private hear(message: News): void {
    switch (message.type) {
      case 'waiting':
        this.trust();
        this.backoff.reset();
        this.set({ ...outside, phase: { kind: 'waiting' } });
        break;
      case 'knocks':
        this.set({ knocks: message.people });
        break;
      case 'room':
        this.asked = false;
        this.become(message.room);
        break;
      case 'change':
        this.follow(message);
        break;
      case 'view':
        this.set({ view: message });
        break;
      case 'levels':
        this.set({ levels: message.levels });
        break;
      case 'still': {
        const { stills, room } = this.state;
        this.set({ stills: withStill(stills, room, message.participant, message.jpeg) });
        break;
      }
      case 'chat':
        this.set({ chat: heard(this.state.chat, message.messages) });
        break;
      case 'erased':
        this.set({ chat: without(this.state.chat, message) });
        break;
      case 'reactions':
        this.show(message.people);
        break;
      case 'closed':
        if (message.reason === 'idle') this.broken();
        else this.end({ kind: 'closed', reason: message.reason });
    }
  }

  private show(people: readonly Reacted[]): void {
    const fresh = people.map((one) => ({ ...one, key: this.signs++ }));
    this.set({ signs: [...this.state.signs, ...fresh].slice(-MOST_SIGNS) });
    const { key = 0 } = fresh[fresh.length - 1] ?? {};
    this.parts.clock.later(() => {
      this.set({ signs: this.state.signs.filter((sign) => sign.key > key) });
    }, SIGN_FOR);
  }

  private follow(change: Change): void {
    const room = this.state.room && changed(this.state.room, change);
    if (room) this.become(room);
    else this.refresh();
  }

  private become(room: Room): void {
    this.set({ room, stills: stillsAfter(this.state.stills, this.state.room, room) });
  }

  /** Until the whole room comes, the changes of it mean nothing to us. */
  private refresh(): void {
    if (this.asked) return;
    this.asked = true;
    this.request({ type: 'refresh' }).catch(() => (this.asked = false));
  }

  private failed(error: unknown): void {
    const refusal = asProblem(error);
    if (refusal.code === 'unreachable') this.broken();
    else if (refusal.code === 'too-many-requests') this.broken('crowd', this.spread(refusal));
    else this.end({ kind: 'refused', problem: refusal });
  }

  /** Milliseconds: what the server asks for, and up to as much again. */
  private spread({ wait }: Problem): number {
    return (wait ?? CROWD_WAIT) * 1000 * (1 + this.turn);
  }

  /** @param atLeast milliseconds until the next try */
  private broken(why: Why = 'broken', atLeast = 0): void {
    this.drop();
    const now = this.parts.clock.now();
    const next = this.backoff.next(now);
    if (next === null) {
      this.set({ phase: { kind: 'lost', why } });
      return;
    }
    const wait = Math.max(next, atLeast);
    this.set({ phase: { kind: 'reconnecting', at: now + wait, why }, levels: {} });
    this.cancelRetry = this.parts.clock.later(() => void this.connect(), wait);
  }

  private end(phase: Phase): void {
    this.drop();
    this.parts.keepSeat(null);
    this.set({ ...outside, phase });
  }

  private drop(): void {
    this.attempt += 1;
    this.trust();
    this.cancelRetry?.();
    this.cancelRetry = undefined;
    this.signal?.close();
    this.peer?.close();
    this.signal = undefined;
    this.peer = undefined;
  }

  private set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** While a try runs, it says why it has to; the first one has no reason yet. */
function trying(phase: Phase): Phase {
  const again = phase.kind === 'reconnecting' || phase.kind === 'lost';
  return again ? { kind: 'reconnecting', at: null, why: phase.why } : phase;
}
