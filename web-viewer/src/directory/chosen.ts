import type { Sorting } from './shelf.js';

/** What a visitor looks for, as it stands in the address: to be sent on, and to come back to. */
export interface Chosen {
  readonly query: string;
  /** The id of a room; empty for all. */
  readonly channel: string;
  readonly sorting: Sorting;
}

const LONGEST_QUERY = 200;

export function chosenIn(search: string): Chosen {
  const asked = new URLSearchParams(search);
  return {
    query: asked.get('q')?.slice(0, LONGEST_QUERY) ?? '',
    channel: asked.get('channel') ?? '',
    sorting: asked.get('sort') === 'longest' ? 'longest' : 'newest',
  };
}

/** The address with that in it; what is as usual is not said, whatever else it says stays. */
export function addressOf(address: string, { query, channel, sorting }: Chosen): string {
  const url = new URL(address);
  const values = { q: query.trim() && query, channel, sort: sorting === 'newest' ? '' : sorting };
  for (const [name, value] of Object.entries(values)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url.href;
}
