import { afterEach, expect, test, vi } from 'vitest';
import { Station } from './station.js';

function bench() {
  let now = Date.parse('2026-11-28T12:00:00Z');
  let given = 0;
  const give = async () => ({
    token: `t${++given}`,
    expiresAt: new Date(now + 30 * 60_000).toISOString(),
    station: 'https://tv.example',
  });
  return {
    station: new Station('r1', 'key', give, () => now),
    pass: (millis: number) => (now += millis),
    given: () => given,
  };
}

test('a token serves until it is about to end', async () => {
  const { station, pass, given } = bench();
  expect(await station.base()).toBe('https://tv.example');
  pass(28 * 60_000);
  await station.base();
  expect(given()).toBe(1);
  pass(90_000);
  await station.base();
  expect(given()).toBe(2);
});

afterEach(() => vi.unstubAllGlobals());

test.each([
  [401, 2],
  [403, 2],
  [404, 1],
])('after a refusal with %i it has asked for %i tokens', async (status, tokens) => {
  const { station, given } = bench();
  vi.stubGlobal('fetch', async () => new Response('{}', { status }));
  await expect(station.send('GET', '/api/recordings/s1')).rejects.toThrow();
  await station.base();
  expect(given()).toBe(tokens);
});
