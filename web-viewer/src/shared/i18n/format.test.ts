import { expect, test } from 'vitest';
import { bitRate, bytes, clock, roughly } from './format.js';
import { setLanguage } from './language.js';

test.each([
  [0, '0:00'],
  [65, '1:05'],
  [3725.9, '1:02:05'],
  [-3, '0:00'],
])('a clock shows %d seconds as %s', (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});

test('a delay is told in words, in either language', () => {
  setLanguage('en');
  expect(roughly(0.23)).toBe('about 0.2 seconds');
  expect(roughly(0.01)).toBe('about 0.1 seconds');
  expect(roughly(0.97)).toBe('about 1 second');
  expect(roughly(2.4)).toBe('about 2 seconds');
  expect(roughly(130)).toBe('2 minutes');
  setLanguage('zh');
  expect(roughly(1.2)).toBe('约 1 秒');
  setLanguage('en');
});

test('sizes and rates have a unit people know', () => {
  expect(bytes(999)).toBe('999 B');
  expect(bytes(1_500_000)).toBe('1.5 MB');
  expect(bitRate(96_000)).toBe('96 kbit/s');
  expect(bitRate(2_460_000)).toBe('2.5 Mbit/s');
});
