import type { Clock } from '../shared/clock.js';

/** Time that moves only when a test says so. */
export class FakeClock implements Clock {
  private millis = 1_000;
  private tasks: { at: number; task: () => void }[] = [];

  now(): number {
    return this.millis;
  }

  later(task: () => void, millis: number): () => void {
    const entry = { at: this.millis + millis, task };
    this.tasks.push(entry);
    return () => {
      this.tasks = this.tasks.filter((one) => one !== entry);
    };
  }

  /** The machine sleeps: time goes on, and nothing runs before it wakes. */
  async sleep(millis: number): Promise<void> {
    this.millis += millis;
    await this.pass(0);
  }

  /** Runs what is due, in order, and lets promises settle between. */
  async pass(millis: number): Promise<void> {
    const end = this.millis + millis;
    for (;;) {
      const next = this.tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.tasks = this.tasks.filter((one) => one !== next);
      this.millis = Math.max(this.millis, next.at);
      next.task();
      await settle();
    }
    this.millis = end;
    await settle();
  }
}

/** Lets everything that waits on resolved promises run. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
