/** How far behind the event a viewer is, in seconds, from the two ways to know it. */
export interface DelaySigns {
  /** Distance from the newest media on the server, as the player estimates it. */
  readonly behindEdge: number | null;
  /** Wall clock now minus the wall clock written on the frame shown (PROGRAM-DATE-TIME). */
  readonly behindClock: number | null;
}

/** Beyond this the two clocks, ours and the server's, are surely not the same. */
const CREDIBLE = 4;

/** The frame's own clock tells the whole delay, but only if it fits what the player sees. */
export function delay({ behindEdge, behindClock }: DelaySigns): number | null {
  if (behindEdge === null) return behindClock !== null && behindClock >= 0 ? behindClock : null;
  if (behindClock === null) return Math.max(0, behindEdge);
  const extra = behindClock - behindEdge;
  return extra >= -0.5 && extra <= CREDIBLE ? Math.max(0, behindClock) : Math.max(0, behindEdge);
}
