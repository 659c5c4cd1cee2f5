import { expect, test } from 'vitest';
import { keepWish, wishOf } from './wish.js';

test.each([
  ['?latency=low', null, 'low'],
  ['?latency=smooth', 'low', 'smooth'],
  ['', 'low', 'low'],
  ['', null, 'smooth'],
  ['?latency=<script>', null, 'smooth'],
] as const)('an address with "%s" and a kept "%s" asks for %s', (search, kept, wish) => {
  expect(wishOf(search, kept)).toBe(wish);
});

test('the address asks for what was chosen', () => {
  expect(keepWish('http://tv.example.org/watch/r1?a=b', 'low')).toBe(
    'http://tv.example.org/watch/r1?a=b&latency=low',
  );
});
