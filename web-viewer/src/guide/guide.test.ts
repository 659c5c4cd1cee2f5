import { expect, test } from 'vitest';
import type { Slot } from '../shared/api/streaming.js';
import { grid, rows, ticks } from './axis.js';
import { first, move } from './remote.js';

const hour = (h: number) => Date.parse('2026-11-28T00:00:00Z') + h * 3_600_000;
const slot = (id: string, channel: string, kind: Slot['kind'], from: number, until: number): Slot => ({
  ...{ id, channel, kind, title: id, host: `host of ${channel}`, description: '' },
  from: new Date(hour(from)).toISOString(),
  until: new Date(hour(until)).toISOString(),
  page: '',
  picture: null,
});
const span = { from: hour(10), to: hour(16) };
const now = hour(12);
const slots = [
  slot('was', 'a', 'was', 9, 11),
  slot('soon', 'a', 'coming', 13, 14),
  slot('live', 'b', 'now', 11.5, 13),
  slot('late', 'b', 'coming', 15, 17),
  slot('overlap', 'b', 'coming', 12.5, 13.5),
  slot('outside', 'c', 'was', 2, 3),
];
/** A fortieth of the axis: nine minutes of these six hours. */
const LEAST = 0.025;
const guide = rows(slots, span, now, LEAST);

test('rooms on air come first, and what lies outside is left out', () => {
  expect(guide.map(({ channel }) => channel)).toEqual(['b', 'a']);
  expect(guide[0]!.name).toBe('host of b');
});

test('slots stand where their time is, cut at the edges', () => {
  const [was, soon] = guide[1]!.placed;
  expect([was!.left, was!.width]).toEqual([0, 1 / 6]);
  expect(soon!.left).toBeCloseTo(0.5);
  expect(guide[0]!.placed.at(-1)!.width).toBeCloseTo(1 / 6);
});

test('what overlaps gets a lane of its own', () => {
  expect(guide[0]!.placed.map(({ lane }) => lane)).toEqual([0, 1, 0]);
  expect(guide[0]!.lanes).toBe(2);
});

test('a program of seconds can still be hit', () => {
  const [row] = rows([slot('short', 'a', 'was', 11, 11.001)], span, now, LEAST);
  expect(row!.placed[0]!.width).toBeCloseTo(0.025);
});

test('a block that needs more room than its time has goes into a lane of its own, not over the next', () => {
  const [row] = rows(
    [slot('one', 'a', 'was', 11, 11.1), slot('two', 'a', 'was', 11.2, 11.3), slot('end', 'a', 'coming', 15.9, 16)],
    ...([span, now, 0.2] as const),
  );
  expect(row!.placed.map(({ lane }) => lane)).toEqual([0, 1, 0]);
  expect(row!.placed.every(({ left, width }) => width >= 0.2 - 1e-9 && left + width <= 1 + 1e-9)).toBe(true);
});

test('a room shows the picture of what is on air, else of what is nearest and has one', () => {
  const pictured = (one: Slot, picture: string): Slot => ({ ...one, picture });
  const past = pictured(slot('was', 'a', 'was', 10, 11), 'was.jpg');
  const soon = slot('soon', 'a', 'coming', 12.1, 14);
  expect(rows([past, soon], span, now, LEAST)[0]).toMatchObject({ picture: 'was.jpg', onAir: false });
  const live = pictured(slot('live', 'a', 'now', 11.5, 13), 'live.jpg');
  expect(rows([past, live], span, now, LEAST)[0]).toMatchObject({ picture: 'live.jpg', onAir: true });
});

test('two rooms of one host have two names', () => {
  const hosted = (one: Slot): Slot => ({ ...one, host: 'Ana' });
  const two = rows(
    [hosted(slot('News', 'a', 'now', 11, 13)), hosted(slot('Chess', 'b', 'coming', 13, 14))],
    ...([span, now, LEAST] as const),
  );
  expect(two.map(({ name }) => name)).toEqual(['Ana · News', 'Ana · Chess']);
});

test('the axis has a tick each half hour, each hour when it is long', () => {
  expect(ticks(span)).toHaveLength(12);
  expect(ticks({ from: hour(0), to: hour(12) })).toHaveLength(12);
  expect(grid(hour(10.7))).toBe(hour(10.5));
});

test.each([
  ['was', 'ArrowRight', { kind: 'slot', id: 'soon' }],
  ['soon', 'ArrowLeft', { kind: 'slot', id: 'was' }],
  ['was', 'ArrowLeft', { kind: 'earlier' }],
  ['soon', 'ArrowRight', { kind: 'later' }],
  ['soon', 'ArrowUp', { kind: 'slot', id: 'overlap' }],
  ['live', 'ArrowDown', { kind: 'slot', id: 'soon' }],
  ['live', 'ArrowUp', { kind: 'stay' }],
  ['was', 'ArrowDown', { kind: 'stay' }],
  ['live', 'Home', { kind: 'now' }],
  [null, 'ArrowDown', { kind: 'slot', id: 'live' }],
  ['live', 'x', null],
] as const)('from %j the key %s leads to %j', (current, key, expected) => {
  expect(move(guide, current, key)).toEqual(expected);
});

test('focus begins at what is on air, else at what is nearest', () => {
  expect(first(guide, now)).toBe('live');
  expect(first(rows(slots.slice(0, 2), span, now, LEAST), now)).toBe('was');
  expect(first([], now)).toBeNull();
});
