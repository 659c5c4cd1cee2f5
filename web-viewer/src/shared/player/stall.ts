/** What a player looked like at one moment. Times in milliseconds, positions in seconds. */
export interface PlayerGlance {
  readonly now: number;
  readonly position: number;
  /** Paused by the user, seeking or ended: standing still is right. */
  readonly resting: boolean;
  /** Buffered media ahead of the position, seconds. */
  readonly ahead: number;
}

export type Remedy = 'none' | 'nudge' | 'edge' | 'reload';

const LADDER: readonly { after: number; remedy: Remedy }[] = [
  { after: 1_500, remedy: 'nudge' },
  { after: 4_000, remedy: 'edge' },
  { after: 10_000, remedy: 'reload' },
];

/** Notices that playback stands still and says what to try, harder each time. */
export class StallWatch {
  private position = -1;
  private movedAt = 0;
  private step = 0;

  look(glance: PlayerGlance): Remedy {
    if (glance.resting || Math.abs(glance.position - this.position) > 0.01) {
      this.position = glance.position;
      this.movedAt = glance.now;
      this.step = 0;
      return 'none';
    }
    const rung = LADDER[this.step];
    if (!rung || glance.now - this.movedAt < rung.after) return 'none';
    this.step += 1;
    if (this.step === LADDER.length) {
      this.step = 0;
      this.movedAt = glance.now;
    }
    return rung.remedy === 'nudge' && glance.ahead < 0.3 ? 'none' : rung.remedy;
  }
}
