import { expect, test } from 'vitest';
import { settle } from '../testing/fake-clock.js';
import type { Slot } from '../shared/api/streaming.js';
import { Found } from './found.js';

const slot = (id: string) => ({ id }) as Slot;

function bench() {
  const asked: string[] = [];
  const answers: ((slots: Slot[]) => void)[] = [];
  const seen: string[][] = [];
  let task = () => {};
  const found = new Found(
    (slots) => seen.push(slots.map(({ id }) => id)),
    (query) => {
      asked.push(query);
      return new Promise((answer) => answers.push(answer));
    },
    (next) => {
      task = next;
      return 0 as unknown as ReturnType<typeof setTimeout>;
    },
  );
  return { found, asked, answers, seen, pass: () => task() };
}

test('asks once for what was typed in one go', () => {
  const { found, asked, pass } = bench();
  found.look('h');
  found.look(' ha ');
  pass();
  expect(asked).toEqual(['ha']);
});

test('a late answer to an old question does not count', async () => {
  const { found, answers, seen, pass } = bench();
  found.look('old');
  pass();
  found.look('new');
  pass();
  answers[1]!([slot('n')]);
  await settle();
  answers[0]!([slot('o')]);
  await settle();
  expect(seen).toEqual([['n']]);
});

test('nothing typed finds nothing, without a question', () => {
  const { found, asked, seen } = bench();
  found.look('  ');
  expect([asked, seen]).toEqual([[], [[]]]);
});
