import type { Clock } from '../../shared/clock.js';
import type { Program } from './program.js';

/** How long a press can be taken back. */
export const SECONDS = 3;

/** Milliseconds: a machine that wakes so late was asleep, and whoever pressed waits for nothing any more. */
const ASLEEP = 5_000;

/** Between a press and the program. */
export type Standing =
  | { readonly kind: 'idle' }
  /** The sheet is open: nothing runs. */
  | { readonly kind: 'sheet' }
  | { readonly kind: 'counting'; readonly left: number; readonly program: Program };

/** What the room allows: a program may begin; there is no connection; one runs already or we may not. */
export type Allowed = 'ready' | 'away' | 'taken';

export interface GoingParts {
  readonly clock: Clock;
  allowed(): Allowed;
  remembered(): Program | null;
  remember(program: Program): void;
  /** Asks the server, once for each countdown that came to its end. */
  goOnAir(program: Program): void;
  /** A countdown ended although nobody called it back. */
  onBroken(): void;
  onChange(): void;
}

/** The way on air: sheet, countdown, program. Nothing goes on air that nobody pressed. */
export class GoingOnAir {
  standing: Standing = { kind: 'idle' };
  private cancel?: () => void;

  constructor(private readonly parts: GoingParts) {}

  /** The button or its key: what was entered before counts down at once; a second press takes it back. */
  press(): void {
    const { kind } = this.standing;
    if (kind === 'counting') this.callBack();
    if (kind !== 'idle' || this.parts.allowed() !== 'ready') return;
    const before = this.parts.remembered();
    if (before) this.count(before);
    else this.set({ kind: 'sheet' });
  }

  /** To change what is entered; a countdown stops for it. */
  open(): void {
    if (this.parts.allowed() !== 'taken') this.set({ kind: 'sheet' });
  }

  /** The sheet's own button. */
  start(program: Program): void {
    if (this.standing.kind !== 'sheet' || this.parts.allowed() !== 'ready') return;
    this.parts.remember(program);
    this.count(program);
  }

  /** Closes whatever is open; harmless when nothing is. */
  callBack(): void {
    if (this.standing.kind !== 'idle') this.set({ kind: 'idle' });
  }

  /** The room is otherwise now: a countdown does not outlive what allowed it. */
  follow(): void {
    const allowed = this.parts.allowed();
    if (this.standing.kind === 'counting' && allowed === 'away') this.breakOff();
    else if (allowed === 'taken') this.callBack();
  }

  private breakOff(): void {
    this.callBack();
    this.parts.onBroken();
  }

  private count(program: Program): void {
    const ends = this.parts.clock.now() + SECONDS * 1000;
    this.tick(SECONDS, ends, program);
  }

  private tick(left: number, ends: number, program: Program): void {
    this.set({ kind: 'counting', left, program });
    const due = ends - (left - 1) * 1000;
    const next = () => {
      if (this.parts.clock.now() - due > ASLEEP) this.breakOff();
      else if (left > 1) this.tick(left - 1, ends, program);
      else this.go(program);
    };
    this.cancel = this.parts.clock.later(next, Math.max(0, due - this.parts.clock.now()));
  }

  private go(program: Program): void {
    this.cancel = undefined;
    this.set({ kind: 'idle' });
    if (this.parts.allowed() === 'ready') this.parts.goOnAir(program);
  }

  private set(standing: Standing): void {
    this.cancel?.();
    this.cancel = undefined;
    this.standing = standing;
    this.parts.onChange();
  }
}
