import { afterEach, expect, test, vi } from 'vitest';
import { chosen, handingOver, keep, languageChoice, lookChoice } from './choice.js';
import { atFriend, commonDomain } from './friend.js';
import { ways } from './ui/header.js';

test.each([
  ['meet.example.org', 'watch.example.org', 'example.org'],
  ['example.org', 'tv.example.org', 'example.org'],
  ['meet.example.org', 'meet.example.org', null],
  ['meet.org', 'watch.org', null],
  ['127.0.0.1', '127.0.0.2', null],
  ['localhost', '127.0.0.1', null],
  ['[::1]', 'example.org', null],
  ['a.b.example.org', 'c.b.example.org', 'b.example.org'],
])('%s and %s have one cookie at %s', (one, other, domain) => {
  expect(commonDomain(one, other)).toBe(domain);
});

/** As much of a browser as choices meet. */
function browser(address: string, friend: string, cookie = '') {
  const store = new Map<string, string>();
  const page = { cookie, documentElement: { dataset: { friend } } };
  vi.stubGlobal('document', page);
  vi.stubGlobal('location', new URL(address));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
  });
  return { page, store };
}
afterEach(() => vi.unstubAllGlobals());

test('what was chosen last on either server counts: handed over, else by cookie, else kept here', () => {
  const both = ['en', 'zh'] as const;
  const { store } = browser('https://a.org/', 'https://b.org', 'x=y; rostrum-language=zh');
  store.set('rostrum.language', 'en');
  expect(chosen(languageChoice, both)).toBe('zh');
  const { page } = browser('https://a.org/?lang=en', 'https://b.org', 'rostrum-language=zh');
  expect(chosen(languageChoice, both)).toBe('en');
  expect(page.cookie).toContain('rostrum-language=en; Path=/; Max-Age=31536000; SameSite=Lax; Secure');
  browser('https://a.org/?lang=<script>', 'https://b.org', 'rostrum-language=xx').store.set(
    'rostrum.language',
    'zh',
  );
  expect(chosen(languageChoice, both)).toBe('zh');
});

test('a choice is for the domain of both servers, and handed over where they have none', () => {
  const { page } = browser('https://meet.example.org/', 'https://tv.example.org');
  keep(lookChoice, 'dark');
  expect(page.cookie).toContain('rostrum-look=dark;');
  expect(page.cookie).toContain('; Domain=example.org');
  expect(handingOver('https://tv.example.org/guide?q=1')).toBe(
    'https://tv.example.org/guide?q=1&look=dark',
  );
});

test('every page is named with its address as seen from either server', () => {
  browser('https://a.org/', 'https://b.org/');
  expect(atFriend('/guide')).toBe('https://b.org/guide');
  const addresses = (server: string) => ways(server).map(({ href }) => href);
  expect(addresses('rooms')).toEqual([
    ...['https://b.org/', 'https://b.org/guide', 'https://b.org/recordings', '/'],
  ]);
  expect(addresses('station')).toEqual(['/', '/guide', '/recordings', 'https://b.org/']);
  browser('https://a.org/', '');
  expect(addresses('station')).toEqual(['/', '/guide', '/recordings', null]);
});
