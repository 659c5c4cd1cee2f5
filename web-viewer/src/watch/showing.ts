import { asProblem } from '../shared/api/http.js';
import type { Recording } from '../shared/api/streaming.js';
import type { Clock } from '../shared/clock.js';
import { rightIn, type Program } from './program.js';
import { endsSoon } from './right.js';

/** The part of the world that shows a recording; tests have their own. */
export interface ShowingParts {
  readonly clock: Clock;
  /** Asks for the recording, with the right to watch where there is one. */
  one(right: string): Promise<Recording>;
  /** Exchanges a right that is still good for the next. */
  renew(right: string): Promise<string>;
  onProgram(program: Program): void;
}

const LOAD_AGAIN_AFTER = 3_000;
const LOOK_EVERY = 5 * 60_000;

/** One recording, for whoever may see it; its right to watch is kept good while the page is open. */
export class Showing {
  private cancel?: () => void;
  private closed = false;
  private right = '';

  constructor(
    private readonly parts: ShowingParts,
    private readonly turn = Math.random(),
  ) {}

  /** @param right what a viewer has just got, if the browser keeps no cookie of ours */
  async load(right = ''): Promise<void> {
    this.right = right;
    try {
      this.show(await this.parts.one(right));
    } catch (error) {
      const { code, status } = asProblem(error);
      if (code === 'private') this.parts.onProgram({ kind: 'locked' });
      else if (status === 404) this.parts.onProgram({ kind: 'missing' });
      else this.later(() => this.load(right), LOAD_AGAIN_AFTER);
    }
  }

  private show(recording: Recording): void {
    this.parts.onProgram({ kind: 'recording', recording });
    if (rightIn(recording.hls)) this.later(() => this.look(recording), LOOK_EVERY);
  }

  private async look(recording: Recording): Promise<void> {
    const right = rightIn(recording.hls) ?? this.right;
    if (!endsSoon(right, this.parts.clock.now(), this.turn)) {
      return this.later(() => this.look(recording), LOOK_EVERY);
    }
    const next = await this.parts.renew(right).catch(() => this.right);
    await this.load(next);
  }

  private later(task: () => Promise<void>, millis: number): void {
    if (this.closed) return;
    this.cancel?.();
    this.cancel = this.parts.clock.later(() => void task(), millis);
  }

  close(): void {
    this.closed = true;
    this.cancel?.();
  }
}
