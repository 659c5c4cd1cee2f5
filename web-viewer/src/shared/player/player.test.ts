import { expect, test } from 'vitest';
import { delay } from './delay.js';
import { holes, type Ranges } from './holes.js';
import { StallWatch, type PlayerGlance } from './stall.js';

test.each([
  ['both agree: the whole way counts', 0.7, 1.3, 1.3],
  ['no clock on the frames', 0.9, null, 0.9],
  ['our clock is an hour off', 0.9, 3600, 0.9],
  ['our clock is behind', 0.9, -5, 0.9],
  ['only the clock is known', null, 1.5, 1.5],
  ['nothing is known', null, null, null],
])('delay: %s', (_, behindEdge, behindClock, expected) => {
  expect(delay({ behindEdge, behindClock })).toBe(expected);
});

const standing = (now: number, change: Partial<PlayerGlance> = {}): PlayerGlance => ({
  now,
  position: 5,
  resting: false,
  ahead: 2,
  ...change,
});

test('a picture that stands is helped harder each time', () => {
  const watch = new StallWatch();
  const remedies = [0, 1_000, 1_600, 3_000, 4_100, 9_000, 10_100, 11_000, 11_700].map((now) =>
    watch.look(standing(now)),
  );
  expect(remedies).toEqual([
    ...['none', 'none', 'nudge', 'none', 'edge', 'none', 'reload', 'none'],
    'nudge',
  ]);
});

test('with nothing in store there is nothing to nudge into', () => {
  const watch = new StallWatch();
  watch.look(standing(0, { ahead: 0 }));
  expect(watch.look(standing(2_000, { ahead: 0 }))).toBe('none');
});

test('paused is not stalled, and moving is well', () => {
  const watch = new StallWatch();
  watch.look(standing(0));
  expect(watch.look(standing(9_000, { resting: true }))).toBe('none');
  expect(watch.look(standing(10_000))).toBe('none');
  expect(watch.look(standing(20_000, { position: 9 }))).toBe('none');
});

const ranges = (...all: readonly (readonly [number, number])[]): Ranges => ({
  length: all.length,
  start: (i) => all[i]![0],
  end: (i) => all[i]![1],
});

test.each([
  ['nothing is buffered', ranges(), 0],
  ['it is whole', ranges([0, 20]), 0],
  ['holes of long ago do not count', ranges([0, 1], [2, 3], [4, 20]), 0],
  ['each part is torn off', ranges([0, 10], [10.1, 10.3], [10.4, 10.5], [10.6, 11]), 3],
])('holes: %s', (_, buffered, expected) => {
  expect(holes(buffered, 8)).toBe(expected);
});
