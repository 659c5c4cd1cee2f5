import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Channel, Recording } from '../shared/api/streaming.js';
import type { Clock } from '../shared/clock.js';
import { Following } from './following.js';
import type { Address, Program } from './program.js';
import { Showing } from './showing.js';

/** The streaming server as one address meets it; tests have their own. */
export interface TunerParts {
  readonly clock: Clock;
  /** Tells what is on air, now and after every change. */
  feed(onChannels: (onAir: readonly Channel[]) => void): { stop(): void };
  /** Asks for the channel, with the right to watch where there is one. */
  channel(right: string): Promise<Channel>;
  recording(right: string): Promise<Recording>;
  /** Exchanges a right that is still good for the next. */
  renew(right: string): Promise<string>;
}

/** Hears of every program, with the one before it. */
export type OnProgram = (program: Program, before: Program) => void;

/** A channel in no list is asked for as often. */
const LOOK_EVERY = 4_000;

/** What there is to watch at one address, a channel or a recording, while its host is on the page. */
export class Tuner implements ReactiveController {
  private current: Program = { kind: 'loading' };
  private readonly following: Following;
  private readonly showing: Showing;
  private feed?: { stop(): void };
  private cancelLook?: () => void;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly address: Address,
    private readonly parts: TunerParts,
    private readonly onProgram: OnProgram = () => undefined,
    turn = Math.random(),
  ) {
    const { clock, channel, recording, renew } = parts;
    const take = (program: Program) => this.take(program);
    this.following = new Following(
      address.id,
      { one: channel, renew, now: () => clock.now(), onProgram: take },
      turn,
    );
    this.showing = new Showing({ clock, one: recording, renew, onProgram: take }, turn);
    host.addController(this);
  }

  get program(): Program {
    return this.current;
  }

  /** A viewer got the right to watch; empty where none is needed any more. */
  open(right: string): void {
    void (this.address.kind === 'recording' ? this.showing.load(right) : this.following.open(right));
  }

  hostConnected(): void {
    if (this.address.kind === 'recording') {
      void this.showing.load();
      return;
    }
    this.feed = this.parts.feed((onAir) => this.following.hear(onAir));
    this.lookLater();
  }

  hostDisconnected(): void {
    this.feed?.stop();
    this.showing.close();
    this.cancelLook?.();
  }

  private lookLater(): void {
    this.cancelLook = this.parts.clock.later(() => {
      this.lookLater();
      void this.following.look();
    }, LOOK_EVERY);
  }

  private take(program: Program): void {
    const before = this.current;
    this.current = program;
    this.host.requestUpdate();
    this.onProgram(program, before);
  }
}
