/** What a fragment is refused with that the host has cut off meanwhile. */
export const CUT_OUT = 410;

/**
 * Where a viewer goes on after a recording was cut, in seconds of what is left: at the same moment
 * by the clock, or at the nearest one that is left.
 *
 * @param shownAt wall clock of what he saw, in milliseconds; null while unknown
 * @param begins wall clock at which what is left begins
 */
export function momentAfterCut(
  shownAt: number | null,
  begins: number | null,
  duration: number,
): number {
  if (shownAt === null || begins === null) return 0;
  return Math.min(Math.max(0, (shownAt - begins) / 1000), Math.max(0, duration - 1));
}
