import type { Channel } from '../shared/api/streaming.js';
import { seen, settled } from './hidden.js';
import { heard, rightIn, type Program } from './program.js';
import { endsSoon } from './right.js';

/** The part of the world that follows a channel; tests have their own. */
export interface FollowingParts {
  /** Asks for the channel, with the right to watch where there is one. */
  one(right: string): Promise<Channel>;
  /** Exchanges a right that is still good for the next. */
  renew(right: string): Promise<string>;
  now(): number;
  onProgram(program: Program, before: Program): void;
}

/**
 * What is on air on one channel, for whoever may see it: from the list, else by asking for it
 * alone. A right to watch is exchanged before it ends, so that nobody is asked for the password in
 * the middle of a program; once the host has changed the access, the server refuses that too.
 */
export class Following {
  private current: Program = { kind: 'loading' };
  private listed = false;
  /** Kept here too: in a foreign page the browser keeps no cookie of ours. */
  private right = '';

  constructor(
    private readonly id: string,
    private readonly parts: FollowingParts,
    private readonly turn = Math.random(),
  ) {}

  get program(): Program {
    return this.current;
  }

  /** The list of what is on air has changed. */
  hear(onAir: readonly Channel[]): void {
    this.listed = onAir.some(({ id }) => id === this.id);
    if (this.listed) this.take(heard(this.current, this.id, onAir));
    else void this.look();
  }

  /** A viewer got the right to watch. */
  async open(right: string): Promise<void> {
    this.right = right;
    await this.look();
  }

  /** The channel may be there without being in the list: unlisted, or private. */
  async look(): Promise<void> {
    if (this.listed) return;
    const before = this.current;
    await this.renew(before);
    const what = await seen(() => this.parts.one(this.right));
    if (this.listed || this.current !== before || what === 'unknown') return;
    if (what === 'locked') return this.take({ kind: 'locked' });
    const onAir = what === 'silent' ? [] : [this.settled(channelOf(before), what)];
    this.take(heard(what === 'silent' ? unlocked(before) : before, this.id, onAir));
  }

  private async renew(program: Program): Promise<void> {
    const right = rightIn(channelOf(program)?.hls ?? '') ?? this.right;
    if (!this.due(right)) return;
    this.right = await this.parts.renew(right).catch(() => this.right);
  }

  /** The addresses stay, so that nothing is interrupted, until their right is about to end. */
  private settled(before: Channel | undefined, now: Channel): Channel {
    return this.due(rightIn(before?.hls ?? '') ?? '') ? now : settled(before, now);
  }

  private due(right: string): boolean {
    return right !== '' && endsSoon(right, this.parts.now(), this.turn);
  }

  private take(program: Program): void {
    const before = this.current;
    this.current = program;
    this.parts.onProgram(program, before);
  }
}

const channelOf = (program: Program): Channel | undefined =>
  program.kind === 'live' ? program.channel : undefined;

/** Whom the channel answers without pictures has shown his right. */
const unlocked = (program: Program): Program =>
  program.kind === 'locked' ? { kind: 'waiting' } : program;
