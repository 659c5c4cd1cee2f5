import type { Announcement, Channel } from '../shared/api/streaming.js';
import { clock } from '../shared/i18n/format.js';
import { region, t } from '../shared/i18n/language.js';
import { words } from './words.js';

const DAY = 24 * 3_600_000;

/** A host who begins that much early keeps his promise all the same; the server counts so too. */
const EARLY = 30 * 60_000;

export type Standing =
  | { readonly kind: 'waiting' }
  /** It has begun: here it is. */
  | { readonly kind: 'begun'; readonly channel: Channel }
  /** Its room is on air, but with something else. */
  | { readonly kind: 'other'; readonly channel: Channel }
  | { readonly kind: 'over' };

/** How an announced program stands when this is on air. */
export function standing(
  { channel, startsAt, endsAt }: Announcement,
  onAir: readonly Channel[],
  now: number,
): Standing {
  const live = onAir.find(({ id }) => id === channel);
  const begins = Date.parse(startsAt);
  const ends = Date.parse(endsAt);
  if (live) {
    const since = Date.parse(live.startedAt);
    const kept = since >= begins - EARLY && since < ends;
    return { kind: kept || (now >= begins && now < ends) ? 'begun' : 'other', channel: live };
  }
  return { kind: now >= ends ? 'over' : 'waiting' };
}

/** "2 days", "3:05:00", "0:09": what is left until then. */
export function countdown(millis: number): string {
  const left = Math.max(0, millis);
  return left >= 2 * DAY ? t(words.days, Math.floor(left / DAY)) : clock(left / 1000);
}

/** Day and time in the viewer's zone: "Saturday 28 November, 19:30". */
export function fullTime(iso: string): string {
  return new Intl.DateTimeFormat(region(), { dateStyle: 'full', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** The viewer's zone at that time, as he calls it: "Central European Standard Time". */
export function zoneName(iso: string): string {
  return (
    new Intl.DateTimeFormat(region(), { timeZoneName: 'long' })
      .formatToParts(new Date(iso))
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  );
}
