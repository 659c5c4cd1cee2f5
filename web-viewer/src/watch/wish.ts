import { read, write } from '../shared/keep.js';
import type { Wish } from '../shared/player/live.js';

const KEY = 'rostrum.latency';

/** What the address asks for (`?latency=low`), else what the viewer chose last. */
export function wishOf(search: string, kept = read(KEY)): Wish {
  return (new URLSearchParams(search).get('latency') ?? kept) === 'low' ? 'low' : 'smooth';
}

/** Remembers the choice; returns the address that asks for it. */
export function keepWish(address: string, wish: Wish): string {
  write(KEY, wish);
  const url = new URL(address);
  url.searchParams.set('latency', wish);
  return url.href;
}
