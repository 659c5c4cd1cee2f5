import { expect, test } from 'vitest';
import { addressOf, chosenIn } from './chosen.js';

const HOME = 'https://tv.example/recordings?view=tv';

test('what is looked for stands in the address, and is read from it', () => {
  const chosen = { query: '港口 council', channel: 'r1', sorting: 'longest' } as const;
  const address = addressOf(HOME, chosen);
  expect(chosenIn(new URL(address).search)).toEqual(chosen);
  expect(new URL(address).searchParams.get('view')).toBe('tv');
});

test('what is as usual is not said', () => {
  const long = addressOf(HOME, { query: 'a', channel: 'r1', sorting: 'longest' });
  expect(addressOf(long, { query: '  ', channel: '', sorting: 'newest' })).toBe(HOME);
});

test('nonsense in an address is what is usual', () => {
  expect(chosenIn('?sort=loudest').sorting).toBe('newest');
  expect(chosenIn(`?q=${'x'.repeat(300)}`).query).toHaveLength(200);
});
