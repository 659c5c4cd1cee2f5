import { expect, test } from 'vitest';
import type { ChatLine } from '../../shared/signal/messages.js';
import { asText } from './export.js';
import { pieces } from './links.js';
import { arrived, heard, MOST, silence, unread, without } from './log.js';

const line = (number: number, from = 'p2', text = `text ${number}`): ChatLine => ({
  ...{ number, from, text, name: 'Ana', host: false },
  at: '2026-11-30T10:00:00Z',
});
const lines = (...numbers: number[]) => numbers.map((number) => line(number));
const numbers = ({ lines: all }: { lines: readonly ChatLine[] }) => all.map(({ number }) => number);

test('what is told twice stands there once, in the order of its numbers', () => {
  const late = heard(heard(silence, lines(5, 6)), lines(1, 2, 5));
  expect(numbers(late)).toEqual([1, 2, 5, 6]);
  expect(late.last).toBe(6);
  expect(heard(late, lines(5))).toBe(late);
});

test('what was taken back is gone, and the greatest number stays known', () => {
  const log = heard(silence, lines(1, 2, 3, 4));
  expect(numbers(without(log, { through: null, messages: [2, 4] }))).toEqual([1, 3]);
  const cleared = without(log, { through: 4, messages: [] });
  expect(numbers(cleared)).toEqual([]);
  expect(cleared.last).toBe(4);
  expect(without(log, { through: null, messages: [9] })).toBe(log);
});

test('a long chat is forgotten from its beginning', () => {
  const log = heard(silence, lines(...Array.from({ length: MOST + 2 }, (_, n) => n + 1)));
  expect(log.lines).toHaveLength(MOST);
  expect(log.lines[0]!.number).toBe(3);
});

test('unread is what others wrote since one read, and nothing that stood there before', () => {
  const before = heard(silence, lines(1, 2, 3));
  expect(unread(before, 0, 'p1')).toBe(0);
  const log = heard(arrived(before), [line(4), line(5, 'p1'), line(6)]);
  expect(unread(log, 0, 'p1')).toBe(2);
  expect(unread(log, 4, 'p1')).toBe(1);
  expect(unread(log, 6, 'p1')).toBe(0);
});

test('addresses become links, and what stands around them stays text', () => {
  expect(pieces('See https://x.org/a?b=1&c=2#d, then (http://y.org/z).')).toEqual([
    { text: 'See ' },
    { text: 'https://x.org/a?b=1&c=2#d', href: 'https://x.org/a?b=1&c=2#d' },
    { text: ', then (' },
    { text: 'http://y.org/z', href: 'http://y.org/z' },
    { text: ').' },
  ]);
  expect(pieces('请看https://x.org/王小明，谢谢').map(({ text }) => text)).toEqual([
    '请看',
    'https://x.org/王小明',
    '，谢谢',
  ]);
  expect(pieces('https://x.org/a_(b)')[0]!.text).toBe('https://x.org/a_(b)');
});

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>',
  'https://',
  'http://<script>alert(1)</script>',
  'ftp://x.org',
  'x.org',
  'vbscript:https',
])('no link comes of %s', (text) => {
  const found = pieces(text);
  expect(found.every(({ href }) => href === undefined)).toBe(true);
  expect(found.map((one) => one.text).join('')).toBe(text);
});

test('an address cannot carry marks into the page', () => {
  const [piece] = pieces('https://x.org/"onclick="alert(1)');
  expect(piece).toEqual({ text: 'https://x.org/', href: 'https://x.org/' });
});

test('the saved chat says who wrote what when, and no message looks like two', () => {
  const text = asText('Town hall', [line(1, 'p2', 'Hello\n[2026-11-30 10:00:00] Ben: I never said so')]);
  expect(text).toMatch(
    /^Town hall\r\n\r\n\[2026-1\d-\d\d \d\d:00:00\] Ana: Hello\r\n {4}\[2026-11-30 10:00:00\] Ben: I never said so\r\n$/,
  );
});
