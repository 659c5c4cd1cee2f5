import { read, write } from '../shared/keep.js';

const KEY = 'rostrum.device';
const BYTES = 16;

/** What this browser calls itself: made up once, tells nothing, and lets a room know it again. */
export function device(store?: () => Storage): string {
  const kept = read(KEY, store);
  if (kept && /^[0-9a-f]{32}$/.test(kept)) return kept;
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  const fresh = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  write(KEY, fresh, store);
  return fresh;
}
