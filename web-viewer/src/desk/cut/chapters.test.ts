import { expect, test } from 'vitest';
import { added, renamed, written, type Chapter } from './chapters.js';

const ALL: readonly Chapter[] = [
  { start: 0, title: 'Welcome' },
  { start: 30, title: 'Budget' },
];

test('a chapter is added where it belongs, and not twice at one moment', () => {
  expect(added(ALL, 12.34567, 'New').map(({ start }) => start)).toEqual([0, 12.346, 30]);
  expect(added(ALL, 30.2, 'New')).toBe(ALL);
});

test('a title is trimmed, and an empty one changes nothing', () => {
  expect(renamed(ALL, 30, '  Harbour ')[1]).toEqual({ start: 30, title: 'Harbour' });
  expect(renamed(ALL, 30, '   ')[1]).toEqual(ALL[1]);
});

test('what is written is start and title only, and no title is too long', () => {
  const long = { start: 1, title: 'x'.repeat(150), end: 9 };
  expect(written([long])).toEqual([{ start: 1, title: 'x'.repeat(100) }]);
});
