import { expect, test } from 'vitest';
import { momentAfterCut } from './cut.js';

const BEGINS = Date.parse('2026-11-30T10:00:00Z');

test('a viewer goes on at the same moment by the clock', () => {
  expect(momentAfterCut(BEGINS + 12_500, BEGINS, 60)).toBe(12.5);
});

test('one whose moment was cut off goes on at the nearest that is left', () => {
  expect(momentAfterCut(BEGINS - 30_000, BEGINS, 60)).toBe(0);
  expect(momentAfterCut(BEGINS + 90_000, BEGINS, 60)).toBe(59);
  expect(momentAfterCut(null, BEGINS, 60)).toBe(0);
  expect(momentAfterCut(BEGINS, null, 60)).toBe(0);
});
