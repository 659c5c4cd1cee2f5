/** How long to wait before trying again, and when to stop: the seat is kept for 30 s. */
const WAITS = [250, 1_000, 2_000, 3_000, 5_000];
const GIVE_UP_AFTER = 120_000;

export class Backoff {
  private tries = 0;
  private brokenAt: number | null = null;

  /** Milliseconds until the next try, or null when it is time to ask the user. */
  next(now: number): number | null {
    this.brokenAt ??= now;
    if (now - this.brokenAt >= GIVE_UP_AFTER) return null;
    return WAITS[Math.min(this.tries++, WAITS.length - 1)]!;
  }

  reset(): void {
    this.tries = 0;
    this.brokenAt = null;
  }
}
