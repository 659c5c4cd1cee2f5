import type { Slot } from '../shared/api/streaming.js';

/** A slot on the axis: fractions of the width, and the lane where several overlap. */
export interface Placed {
  readonly slot: Slot;
  readonly left: number;
  readonly width: number;
  readonly lane: number;
}

/** A room: what it is called, and the picture of its program that is nearest. */
export interface Row {
  readonly channel: string;
  readonly name: string;
  /** Of the program that is nearest. */
  readonly title: string;
  readonly picture: string;
  readonly onAir: boolean;
  readonly lanes: number;
  readonly placed: readonly Placed[];
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

const HALF_HOUR = 30 * 60_000;

/** The half hour in which this moment lies. */
export const grid = (millis: number): number => Math.floor(millis / HALF_HOUR) * HALF_HOUR;

/** Whole and half hours of the span, few enough to be read. */
export function ticks({ from, to }: Span): number[] {
  const step = to - from > 8 * 2 * HALF_HOUR ? 2 * HALF_HOUR : HALF_HOUR;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.ceil((to - first) / step) }, (_, n) => first + n * step);
}

export const fraction = (at: number, { from, to }: Span): number => (at - from) / (to - from);

/**
 * One row for each room, those on air first, then by what is nearest.
 *
 * @param least width of a block, as a fraction of the axis: what is narrower can neither be read nor hit
 */
export function rows(slots: readonly Slot[], span: Span, now: number, least: number): Row[] {
  const byChannel = new Map<string, Slot[]>();
  for (const slot of slots) {
    if (startOf(slot) >= span.to || endOf(slot) <= span.from) continue;
    byChannel.set(slot.channel, [...(byChannel.get(slot.channel) ?? []), slot]);
  }
  const all = [...byChannel.values()]
    .sort((a, b) => nearestOf(a, now) - nearestOf(b, now))
    .map((some) => row(some, span, now, Math.min(1, least)));
  return all.map((one) => ({ ...one, name: nameAmong(one, all) }));
}

/** Two rooms of one host are told apart by what they show. */
function nameAmong(one: Row, all: readonly Row[]): string {
  const { title } = one;
  const shared = all.some((other) => other !== one && other.name === one.name);
  return shared && title && title !== one.name ? `${one.name} · ${title}` : one.name;
}

function row(some: readonly Slot[], span: Span, now: number, least: number): Row {
  const sorted = [...some].sort((a, b) => startOf(a) - startOf(b));
  const placed = inLanes(sorted, span, least);
  const near = [...sorted].sort((a, b) => distance(a, now) - distance(b, now));
  const { channel, host, title } = near[0]!;
  return {
    ...{ channel, title, lanes: Math.max(...placed.map(({ lane }) => lane)) + 1, placed },
    name: host || title || channel,
    picture: near.find(({ picture }) => picture)?.picture ?? '',
    onAir: near[0]!.kind === 'now',
  };
}

/** Each where its time is; what would lie over another goes into the next lane. */
function inLanes(sorted: readonly Slot[], span: Span, least: number): Placed[] {
  const ends: number[] = [];
  return sorted.map((slot) => {
    const left = Math.min(Math.max(0, fraction(startOf(slot), span)), 1 - least);
    const right = Math.min(1, Math.max(fraction(endOf(slot), span), left + least));
    const free = ends.findIndex((end) => end <= left);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = right;
    return { slot, left, width: right - left, lane };
  });
}

const nearestOf = (some: readonly Slot[], now: number): number =>
  Math.min(...some.map((slot) => distance(slot, now)));

function distance(slot: Slot, now: number): number {
  if (slot.kind === 'now') return -1;
  return slot.kind === 'coming' ? Math.max(0, startOf(slot) - now) : now - endOf(slot);
}

export const startOf = (slot: Slot): number => Date.parse(slot.from);
export const endOf = (slot: Slot): number => Date.parse(slot.until);
