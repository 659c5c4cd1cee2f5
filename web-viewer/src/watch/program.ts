import type { Channel, Recording } from '../shared/api/streaming.js';

/** What a watch page shows. */
export type Program =
  | { readonly kind: 'loading' }
  | { readonly kind: 'waiting' }
  /** Private, and this viewer has not shown his right. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'live'; readonly channel: Channel }
  | { readonly kind: 'ended'; readonly channel: Channel }
  | { readonly kind: 'recording'; readonly recording: Recording }
  | { readonly kind: 'missing' };

export type Address =
  | { readonly kind: 'channel'; readonly id: string }
  | { readonly kind: 'recording'; readonly id: string };

/** `/watch/{channel}` or `/watch/recordings/{id}`. */
export function addressOf(path: string): Address {
  const [, , first = '', second] = path.split('/');
  return first === 'recordings' && second
    ? { kind: 'recording', id: second }
    : { kind: 'channel', id: first };
}

/** The next state of a channel's page when the list of what is on air says this. */
export function heard(before: Program, id: string, onAir: readonly Channel[]): Program {
  const channel = onAir.find((one) => one.id === id);
  if (channel) return { kind: 'live', channel };
  if (before.kind === 'live') return { kind: 'ended', channel: before.channel };
  return before.kind === 'ended' || before.kind === 'locked' ? before : { kind: 'waiting' };
}

/** Where a live program can be had from its beginning, and still after it has ended. */
export function pastOf({ hls, session }: Channel): string {
  return new URL(`${encodeURIComponent(session)}/dvr.m3u8`, hls).href;
}

/** Where the right to watch a private program is asked for. */
export const doorOf = ({ kind, id }: Address): string =>
  `/api/${kind === 'channel' ? 'channels' : 'recordings'}/${encodeURIComponent(id)}/watch`;

/** The address without the right to watch: what it is the address of. */
export const withoutRight = (address: string): string => address.replace(/\/~[A-Za-z0-9._-]+\//, '/');

/** The token in an address that holds the right to watch; null where none is needed. */
export const rightIn = (address: string): string | null =>
  /\/~([A-Za-z0-9._-]+)\//.exec(address)?.[1] ?? null;
