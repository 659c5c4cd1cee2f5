import type { Slot } from '../shared/api/streaming.js';

/** A slot on the axis: fractions of the width, and the lane where several overlap. */
export interface Placed {
  readonly slot: Slot;
  readonly left: number;
  readonly width: number;
  readonly lane: number;
}

export interface Row {
  readonly channel: string;
  readonly name: string;
  readonly lanes: number;
  readonly placed: readonly Placed[];
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

const HALF_HOUR = 30 * 60_000;

/** What is shorter can neither be read nor hit. */
const NARROWEST = 0.025;

/** The half hour in which this moment lies. */
export const grid = (millis: number): number => Math.floor(millis / HALF_HOUR) * HALF_HOUR;

/** Whole and half hours of the span, few enough to be read. */
export function ticks({ from, to }: Span): number[] {
  const step = to - from > 8 * 2 * HALF_HOUR ? 2 * HALF_HOUR : HALF_HOUR;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.ceil((to - first) / step) }, (_, n) => first + n * step);
}

export const fraction = (at: number, { from, to }: Span): number => (at - from) / (to - from);

/** One row for each room, those on air first, then by what is nearest. */
export function rows(slots: readonly Slot[], span: Span, now: number): Row[] {
  const byChannel = new Map<string, Slot[]>();
  for (const slot of slots) {
    if (startOf(slot) >= span.to || endOf(slot) <= span.from) continue;
    byChannel.set(slot.channel, [...(byChannel.get(slot.channel) ?? []), slot]);
  }
  return [...byChannel.values()]
    .sort((a, b) => distance(a, now) - distance(b, now))
    .map((some) => row(some, span));
}

function row(some: Slot[], span: Span): Row {
  const ends: number[] = [];
  const sorted = [...some].sort((a, b) => startOf(a) - startOf(b));
  const placed = sorted.map((slot) => {
    const left = Math.max(0, fraction(startOf(slot), span));
    const right = Math.min(1, Math.max(fraction(endOf(slot), span), left + NARROWEST));
    const free = ends.findIndex((end) => end <= left);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = right;
    return { slot, left: Math.min(left, 1 - NARROWEST), width: right - left, lane };
  });
  const newest = sorted.at(-1)!;
  return {
    channel: newest.channel,
    name: newest.host || newest.title || newest.channel,
    lanes: ends.length,
    placed,
  };
}

function distance(some: readonly Slot[], now: number): number {
  return Math.min(
    ...some.map((slot) => {
      if (slot.kind === 'now') return -1;
      return slot.kind === 'coming' ? Math.max(0, startOf(slot) - now) : now - endOf(slot);
    }),
  );
}

export const startOf = (slot: Slot): number => Date.parse(slot.from);
export const endOf = (slot: Slot): number => Date.parse(slot.until);
