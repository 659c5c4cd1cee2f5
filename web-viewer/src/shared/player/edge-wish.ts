/** Seconds from the live edge that still count as live. */
export const AT_EDGE = 3;

/** Whether the viewer of a live program wants its edge, by what becomes of the position. */
export class EdgeWish {
  private position = 0;

  /** What a bad network takes from a viewer who wants the edge is caught up by a jump. */
  wanted = true;

  plays(position: number): void {
    this.position = position;
  }

  /** Only a viewer goes back: hls.js and the remedies jump forward, and he still wants the edge. */
  jumped(position: number, behindEdge: number): void {
    if (behindEdge < AT_EDGE) this.wanted = true;
    else if (position < this.position) this.wanted = false;
    this.position = position;
  }

  paused(): void {
    this.wanted = false;
  }

  asked(): void {
    this.wanted = true;
  }
}
