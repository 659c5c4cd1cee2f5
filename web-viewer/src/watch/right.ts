/** How long before its end a right to watch is exchanged for the next, at least. */
const EARLY = 30 * 60_000;

/**
 * When a right to watch ends, in milliseconds since 1970; null where it does not say. It is a JWT:
 * the page only reads when to ask again, the server alone decides what it is worth.
 */
export function endOf(right: string): number | null {
  try {
    const part = right.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    const { exp } = JSON.parse(atob(part)) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : null;
  } catch {
    return null;
  }
}

/**
 * Whether it is time for the next. All rights end at full hours: the half hour before that is left
 * free, and everybody comes at another moment of the one before, so that not all come at once and
 * yet all get the same next one, which caches share.
 *
 * @param turn this page's place in that half hour, from 0 to 1
 */
export function endsSoon(right: string, now: number, turn: number): boolean {
  const end = endOf(right);
  return end !== null && end - now < EARLY * (1 + turn);
}
