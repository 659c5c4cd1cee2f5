import { expect, test } from 'vitest';
import { cuts, endAt, endingAt, startAt, startingAt, type Trim } from './key-frames.js';

const TRIM: Trim = {
  state: 'whole',
  duration: 10.04,
  before: 0,
  kept: 10.04,
  keyFrames: [0, 2.002, 4.1, 8],
};
const ALL = { start: 0, end: 10.04 };

test('a start snaps to the key frame before it, an end to the one behind it', () => {
  expect(startAt(4.05, TRIM)).toBe(2.002);
  expect(startAt(2.0019, TRIM)).toBe(2.002);
  expect(startAt(0, TRIM)).toBe(0);
  expect(endAt(4.11, TRIM)).toBe(8);
  expect(endAt(4.1004, TRIM)).toBe(4.1);
  expect(endAt(9, TRIM)).toBe(10.04);
});

test('what would leave nothing moves the other mark away', () => {
  expect(startingAt(9, { start: 0, end: 4.1 }, TRIM)).toEqual({ start: 8, end: 10.04 });
  expect(endingAt(1, { start: 4.1, end: 8 }, TRIM)).toEqual({ start: 0, end: 2.002 });
  expect(endingAt(0, ALL, TRIM)).toEqual({ start: 0, end: 2.002 });
});

test('where nothing is cut off there is nothing to do', () => {
  expect(cuts(ALL, TRIM)).toBe(false);
  expect(cuts({ start: 2.002, end: 10.04 }, TRIM)).toBe(true);
  expect(cuts({ start: 0, end: 8 }, TRIM)).toBe(true);
});
