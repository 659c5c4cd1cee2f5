import { expect, test } from 'vitest';
import { nearest, type Box, type Direction } from './spatial.js';

const box = (left: number, top: number, width = 10, height = 10): Box => ({
  ...{ left, top },
  right: left + width,
  bottom: top + height,
});

/** A wide bar, three buttons below it, two far below. */
const screen = [box(0, 0, 100, 4), box(0, 10), box(20, 10), box(80, 10), box(0, 60), box(82, 60)];
const [BAR, ONE, TWO, THREE, LOW, LOW_RIGHT] = [0, 1, 2, 3, 4, 5];

test.each<[number, Direction, number]>([
  [ONE, 'right', TWO],
  [TWO, 'right', THREE],
  [THREE, 'left', TWO],
  [THREE, 'right', -1],
  [ONE, 'left', -1],
  [TWO, 'up', BAR],
  [THREE, 'up', BAR],
  [BAR, 'up', -1],
  [ONE, 'down', LOW],
  [THREE, 'down', LOW_RIGHT],
  [LOW_RIGHT, 'left', LOW],
  [LOW, 'down', -1],
])('from %i a step %s leads to %i', (from, direction, expected) => {
  expect(nearest(screen[from]!, screen, direction)).toBe(expected);
});

test('a step goes straight on before it goes to what is near but aside', () => {
  expect(nearest(box(0, 0), [box(12, 30), box(60, 2)], 'right')).toBe(1);
});

test('from a wide bar one gets down to what lies below its middle', () => {
  expect(nearest(screen[BAR]!, screen.slice(1, 4), 'down')).toBe(1);
});
