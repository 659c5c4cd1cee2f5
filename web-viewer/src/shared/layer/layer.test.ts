import { expect, test } from 'vitest';
import { inOrder, isEmpty, nextChange, nothingShown, shownAt, type LayerEvent } from './layer.js';

const told: LayerEvent[] = [
  { at: 0, show: 'picture', name: 'Ana' },
  { at: 4, show: 'names', on: true },
  { at: 4, show: 'title', name: 'Ana', title: 'Physics' },
  { at: 8, show: 'picture', name: 'Ben' },
  { at: 9, show: 'clock', on: true },
  { at: 10, show: 'question', text: 'Why?', name: 'Eve' },
  { at: 12, show: 'question', text: '', name: '' },
  { at: 14, show: 'picture', name: '' },
];

test('a name is shown from when it is switched on, with the title of who is in the picture', () => {
  expect(isEmpty(shownAt(told, 3.9))).toBe(true);
  expect(shownAt(told, 4)).toEqual({ ...nothingShown, name: 'Ana', title: 'Physics' });
  expect(shownAt(told, 8)).toMatchObject({ name: 'Ben', title: '' });
  expect(shownAt(told, 14)).toMatchObject({ name: '', clock: true });
});

test('a question stands for as long as it is put there', () => {
  expect(shownAt(told, 11)).toMatchObject({ question: 'Why?', asker: 'Eve' });
  expect(shownAt(told, 12).question).toBe('');
});

test('a take that is told late stands in its place, and what was told later counts at one time', () => {
  const late = inOrder([
    { at: 5, show: 'names', on: true },
    { at: 2, show: 'picture', name: 'Ana' },
    { at: 2, show: 'picture', name: 'Anna' },
  ]);
  expect(shownAt(late, 6).name).toBe('Anna');
});

test('what this player does not know, or cannot place, it leaves aside', () => {
  const odd = [{ at: 1, show: 'fireworks' }, { at: NaN, show: 'clock', on: true }, { show: 'clock' }];
  expect(inOrder(odd as unknown as LayerEvent[])).toEqual([]);
});

test('a mark may be a picture, and only one that stands beside the layer', () => {
  const mark = (picture: string): LayerEvent[] => [{ at: 0, show: 'logo', text: 'Town', picture }];
  expect(shownAt(mark('logo-0123abcd.png'), 1)).toMatchObject({
    logo: 'Town',
    picture: 'logo-0123abcd.png',
  });
  for (const evil of ['https://evil/logo-0123abcd.png', '../logo-0123abcd.png', 'logo-1.png']) {
    expect(shownAt(mark(evil), 1)).toMatchObject({ logo: 'Town', picture: '' });
  }
});

test('a typed line stands until the next one comes, or until it is read', () => {
  const line = (at: number, text: string): LayerEvent => ({ at, show: 'caption', text, language: 'en' });
  const lines = [line(1, 'Hello'), line(10, 'x'.repeat(200)), line(12, 'and'), line(13, '')];
  const captions = [0, 1, 2.9, 3, 11, 12, 13].map((moment) => shownAt(lines, moment).caption);
  expect(captions).toEqual(['', 'Hello', 'Hello', '', 'x'.repeat(200), 'and', '']);
  expect(shownAt(lines, 1).language).toBe('en');
  expect([0, 1, 4, 10, 12, 13].map((moment) => nextChange(lines, moment))).toEqual([
    1, 3, 10, 12, 13, 15,
  ]);
});

test('it is known when something changes next', () => {
  expect(nextChange(told, 0)).toBe(4);
  expect(nextChange(told, 8.5)).toBe(9);
  expect(nextChange(told, 14)).toBe(Infinity);
});
