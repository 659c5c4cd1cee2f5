import { expect, test } from 'vitest';
import { endOf, endsSoon } from './right.js';

const MINUTE = 60_000;
const NOON = Date.parse('2026-11-20T12:00:00Z');
const token = (claims: object) => `head.${btoa(JSON.stringify(claims)).replace(/=+$/, '')}.sign`;
const untilNoon = token({ sub: 'r1', exp: NOON / 1000 });

test('a right says when it ends, whatever else it is', () => {
  expect(endOf(untilNoon)).toBe(NOON);
  expect(endOf(token({ exp: 'noon' }))).toBeNull();
  expect(endOf(token({}))).toBeNull();
  expect(endOf('a.%%%.b')).toBeNull();
  expect(endOf('')).toBeNull();
});

test.each([
  [61, 1, false],
  [59, 1, true],
  [31, 0, false],
  [29, 0, true],
  [-1, 0, true],
])('%i minutes before its end, at turn %i, it is time: %s', (minutes, turn, due) => {
  expect(endsSoon(untilNoon, NOON - minutes * MINUTE, turn)).toBe(due);
});

test('what does not say when it ends is left alone', () => {
  expect(endsSoon('t', NOON, 1)).toBe(false);
});
