/** The speeds that a viewer may choose from. */
export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** What plays, as far as its speed goes. */
export interface Paced {
  readonly video: HTMLVideoElement;
  /** The newest that there is: nobody can be faster, and slower would only be later. */
  readonly atLiveEdge: boolean;
  /** Whether what plays holds the live edge by a speed of its own. */
  holdEdge(hold: boolean): void;
}

/** The speed that a viewer chose, for as long as there is something to be faster or slower in. */
export class Pace {
  private chosen = 1;

  constructor(private readonly of: Paced) {}

  get speed(): number {
    return this.chosen;
  }

  choose(speed: number): void {
    if (speed === this.chosen || this.of.atLiveEdge) return;
    this.chosen = speed;
    this.apply();
  }

  /** One step faster or slower. */
  step(by: 1 | -1): void {
    const at = SPEEDS.findIndex((speed) => speed === this.chosen);
    this.choose(SPEEDS[at + by] ?? this.chosen);
  }

  /** Something else plays, or time has passed. */
  look(): void {
    if (this.chosen === 1) return;
    if (this.of.atLiveEdge) this.chosen = 1;
    this.apply();
  }

  private apply(): void {
    const { video } = this.of;
    this.of.holdEdge(this.chosen === 1);
    if (video.playbackRate !== this.chosen) video.playbackRate = this.chosen;
  }
}
