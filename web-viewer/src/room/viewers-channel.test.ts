import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { remember } from '../shared/known-rooms.js';
import { ownStation } from './own-station.js';
import { viewersChannel } from './viewers-channel.js';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A center and a streaming server whose channels are all private; what was asked, by whom. */
function servers(): string[] {
  const asked: string[] = [];
  const reply = (body: object, status = 200) => new Response(JSON.stringify(body), { status });
  vi.stubGlobal('fetch', async (address: string, { headers }: RequestInit = {}) => {
    const by = new Headers(headers).get('Authorization') ?? 'nobody';
    asked.push(`${address} by ${by}`);
    if (address.endsWith('/station-token')) {
      const expiresAt = new Date(Date.now() + 1_800_000).toISOString();
      return reply({ token: 'station', expiresAt, station: 'https://station' });
    }
    if (address === '/api/config') return reply({ streaming: 'https://station' });
    if (by !== 'Bearer station') return reply({ type: 'private' }, 403);
    return reply({ id: 'r1', visibility: 'private' });
  });
  return asked;
}

test('the host shows his right at once, is refused nothing, and keeps it', async () => {
  const asked = servers();
  remember({ id: 'r1', title: 'Board meeting', hostKey: 'key' });
  const station = ownStation('r1');
  expect(await viewersChannel('r1', station)).toMatchObject({ visibility: 'private' });
  await viewersChannel('r1', station);
  expect(asked).toEqual([
    '/api/rooms/r1/station-token by Bearer key',
    'https://station/api/channels/r1 by Bearer station',
    'https://station/api/channels/r1 by Bearer station',
  ]);
});

test('who is not the host sees what everybody sees', async () => {
  const asked = servers();
  await expect(viewersChannel('r2', ownStation('r2'))).rejects.toThrow();
  expect(asked).toEqual(['/api/config by nobody', 'https://station/api/channels/r2 by nobody']);
});
