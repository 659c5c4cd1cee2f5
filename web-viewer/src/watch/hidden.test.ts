import { expect, test } from 'vitest';
import { problem, ProblemError } from '../shared/api/problem.js';
import type { Channel } from '../shared/api/streaming.js';
import { seen, settled } from './hidden.js';

const refused = (code: string) => () => Promise.reject(new ProblemError(problem(code)));

test('a channel in no list is there, locked, silent, or nothing is known', async () => {
  const channel = { id: 'r1' } as Channel;
  expect(await seen(() => Promise.resolve(channel))).toBe(channel);
  expect(await seen(refused('private'))).toBe('locked');
  expect(await seen(refused('not-on-air'))).toBe('silent');
  expect(await seen(refused('unreachable'))).toBe('unknown');
  expect(await seen(() => Promise.reject(new Error('x')))).toBe('unknown');
});

test('a program is not interrupted because its right was renewed', () => {
  const before = { session: 's1', hls: 'old', whep: 'old', thumbnail: 'old', title: 'a' } as Channel;
  const now = { ...before, hls: 'new', whep: 'new', thumbnail: 'new', title: 'b' };
  expect(settled(before, now)).toMatchObject({ hls: 'old', whep: 'old', title: 'b' });
  expect(settled(before, { ...now, session: 's2' }).hls).toBe('new');
  expect(settled(undefined, now)).toBe(now);
});
