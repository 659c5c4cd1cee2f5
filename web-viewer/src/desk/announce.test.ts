import { expect, test } from 'vitest';
import type { Announcement } from '../shared/api/streaming.js';
import { bodyOf, formOf, fresh, hasTime } from './announce.js';

const announced = {
  ...{ title: 'Town hall', host: 'Ana', description: 'About', length: 5400 },
  startsAt: '2026-11-29T18:30:00.000Z',
} as Announcement;

test('what was announced goes through the form unchanged', () => {
  expect(bodyOf(formOf(announced))).toEqual({
    ...{ title: 'Town hall', host: 'Ana', description: 'About', length: 5400 },
    startsAt: '2026-11-29T18:30:00.000Z',
  });
});

test('a new one begins at a full hour, an hour or two from now', () => {
  const now = Date.parse('2026-11-28T12:20:00Z');
  const { at, minutes } = fresh('Ana', now);
  expect([Date.parse(at) - now, minutes]).toEqual([100 * 60_000, 60]);
});

test('a form without a time is told from one with', () => {
  expect(hasTime(fresh('', 0))).toBe(true);
  expect(hasTime({ ...fresh('', 0), at: '' })).toBe(false);
});
