/** More than any server of ours asks for: whatever a stranger in between writes, nobody waits longer. */
const LONGEST = 600;

/** Seconds that a `Retry-After` (RFC 9110, 10.2.3) names; null for a date, or none. */
export const retryAfter = (header: string | null): number | null =>
  header === null ? null : bounded(header.trim());

/** Seconds in a field of a refusal that comes without headers, as on the signalling socket. */
export const seconds = (field: unknown): number | null =>
  typeof field === 'number' ? bounded(String(field)) : null;

function bounded(text: string): number | null {
  return /^\d+$/.test(text) ? Math.min(Number(text), LONGEST) : null;
}
