import type { OwnRecording } from '../../shared/api/streaming.js';
import type { Clock } from '../../shared/clock.js';
import type { Broadcast } from '../../shared/signal/messages.js';

/** What came of a program that ended while this page was open. */
export interface Ended {
  /** Its session; the recording has the same id. */
  readonly program: string;
  /** Null until it can be watched. */
  readonly recording: OwnRecording | null;
  /** It takes longer than anybody waits: it will stand at the host's channel. */
  readonly late: boolean;
}

export interface AftermathParts {
  readonly clock: Clock;
  /** Fails as long as there is no such recording. */
  recording(program: string): Promise<OwnRecording>;
  onChange(): void;
}

const LOOK_EVERY = 1_000;
const PATIENCE = 30_000;
const LOOK_LATER_EVERY = 5_000;
const AT_MOST = 600_000;

/** Follows a room's program to its end, and looks for the recording until it is there. */
export class Aftermath {
  ended: Ended | null = null;
  private program: string | null = null;
  private cancel?: () => void;
  private turn = 0;

  constructor(private readonly parts: AftermathParts) {}

  follow({ state, session }: Broadcast): void {
    if (state === 'off') this.over();
    else if (state !== 'stopping') {
      this.program = session;
      if (this.ended) this.dismiss();
    }
  }

  dismiss(): void {
    this.turn += 1;
    this.cancel?.();
    this.set(null);
  }

  private over(): void {
    const { program } = this;
    this.program = null;
    if (program === null) return;
    this.set({ program, recording: null, late: false });
    void this.look(program, ++this.turn, this.parts.clock.now());
  }

  private async look(program: string, turn: number, since: number): Promise<void> {
    const recording = await this.parts.recording(program).catch(() => null);
    if (turn !== this.turn) return;
    const waited = this.parts.clock.now() - since;
    const late = !recording && waited >= PATIENCE;
    if (recording || late !== this.ended?.late) this.set({ program, recording, late });
    if (recording || waited >= AT_MOST) return;
    const again = () => void this.look(program, turn, since);
    this.cancel = this.parts.clock.later(again, late ? LOOK_LATER_EVERY : LOOK_EVERY);
  }

  private set(ended: Ended | null): void {
    this.ended = ended;
    this.parts.onChange();
  }
}
