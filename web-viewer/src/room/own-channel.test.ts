import { afterEach, expect, test } from 'vitest';
import { remember } from '../shared/known-rooms.js';
import { ownChannel } from './own-channel.js';

const real = globalThis.fetch;
const kept = new Map<string, string>();

globalThis.localStorage ??= {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
} as unknown as Storage;

/** A center and a streaming server whose channels are all private; what was asked, by whom. */
function servers(): string[] {
  const asked: string[] = [];
  const reply = (body: object, status = 200) => new Response(JSON.stringify(body), { status });
  globalThis.fetch = ((address: string, { headers }: RequestInit = {}) => {
    const by = new Headers(headers).get('Authorization') ?? 'nobody';
    asked.push(`${address} by ${by}`);
    if (address.endsWith('/station-token')) {
      const expiresAt = new Date(1_800_000).toISOString();
      return Promise.resolve(reply({ token: 'station', expiresAt, station: 'https://station' }));
    }
    if (address === '/api/config') return Promise.resolve(reply({ streaming: 'https://station' }));
    if (by !== 'Bearer station') return Promise.resolve(reply({ type: 'private' }, 403));
    return Promise.resolve(reply({ id: 'r1', visibility: 'private' }));
  }) as typeof fetch;
  return asked;
}

afterEach(() => void (globalThis.fetch = real));

test('the host shows his right at once, is refused nothing, and asks for it again when it ends', async () => {
  const asked = servers();
  remember({ id: 'r1', title: 'Board meeting', hostKey: 'key' });
  expect(await ownChannel('r1', 0)).toMatchObject({ visibility: 'private' });
  await ownChannel('r1', 1_000_000);
  expect(asked).toEqual([
    '/api/rooms/r1/station-token by Bearer key',
    'https://station/api/channels/r1 by Bearer station',
    'https://station/api/channels/r1 by Bearer station',
  ]);
  await ownChannel('r1', 1_799_000);
  expect(asked.slice(3)[0]).toBe('/api/rooms/r1/station-token by Bearer key');
});

test('who is not the host sees what everybody sees', async () => {
  const asked = servers();
  await expect(ownChannel('r2')).rejects.toThrow();
  expect(asked).toEqual(['/api/config by nobody', 'https://station/api/channels/r2 by nobody']);
});
