import { expect, test } from 'vitest';
import { matches } from '../directory/match.js';
import { ffmpegLine, hostLink } from '../home/links.js';
import { commandOf, isForControl } from '../watch/keys.js';
import { addressOf, doorOf, heard, rightIn } from '../watch/program.js';
import { hostKeyIn, roomIn } from './api/ids.js';
import { problem, toProblem } from './api/problem.js';
import { retryAfter } from './api/retry-after.js';
import type { Channel } from './api/streaming.js';
import { preferred, setLanguage } from './i18n/language.js';
import { explain } from './i18n/problems.js';
import { initials } from './ui/avatar.js';

test.each([
  ['r1', 'r1'],
  [' https://x.org/r/town-hall#host=k ', 'town-hall'],
  ['http://x.org:8080/r/a_b?lang=zh', 'a_b'],
  ['https://x.org/watch/r1', null],
  ['../etc/passwd', null],
  ['', null],
])('the room in %j is %j', (pasted, room) => {
  expect(roomIn(pasted)).toBe(room);
});

test('the host key travels in the fragment only, and comes out as it went in', () => {
  const link = hostLink('https://x.org', 'r1', 'k+/=&1');
  expect(new URL(link).pathname + new URL(link).search).toBe('/r/r1');
  expect(hostKeyIn(link)).toBe('k+/=&1');
  expect(hostKeyIn('https://x.org/r/r1')).toBeNull();
});

test('the line for ffmpeg names address and token', () => {
  expect(ffmpegLine('https://x.org', 'r1', 'tok')).toMatch(/-authorization tok https:\/\/x\.org\/whip\/r1$/);
});

test('search finds every word in title or host, accents and case aside', () => {
  const program = { title: 'Harbour council', host: 'Ana Gómez' };
  expect(matches('gomez HARB', program)).toBe(true);
  expect(matches('  ', program)).toBe(true);
  expect(matches('gomez bridge', program)).toBe(false);
  expect(matches('新闻', { title: '晨间新闻', host: '王' })).toBe(true);
});

test('a watch page knows a channel from a recording', () => {
  expect(addressOf('/watch/r1')).toEqual({ kind: 'channel', id: 'r1' });
  expect(addressOf('/watch/recordings/s1')).toEqual({ kind: 'recording', id: 's1' });
  expect(addressOf('/watch/recordings')).toEqual({ kind: 'channel', id: 'recordings' });
});

test('a channel waits, goes live, ends, and goes live again', () => {
  const channel = { id: 'r1', session: 's1' } as Channel;
  const waiting = heard({ kind: 'loading' }, 'r1', []);
  expect(waiting.kind).toBe('waiting');
  const live = heard(waiting, 'r1', [channel]);
  expect(live).toEqual({ kind: 'live', channel });
  const ended = heard(live, 'r1', []);
  expect(ended).toEqual({ kind: 'ended', channel });
  expect(heard(ended, 'r1', [{ id: 'other' } as Channel])).toBe(ended);
  expect(heard(ended, 'r1', [channel]).kind).toBe('live');
});

test('a locked page stays locked until its channel shows itself', () => {
  const channel = { id: 'r1', session: 's1' } as Channel;
  expect(heard({ kind: 'locked' }, 'r1', []).kind).toBe('locked');
  expect(heard({ kind: 'locked' }, 'r1', [channel]).kind).toBe('live');
  expect(doorOf({ kind: 'channel', id: 'r1' })).toBe('/api/channels/r1/watch');
  expect(doorOf({ kind: 'recording', id: 's1' })).toBe('/api/recordings/s1/watch');
  expect(rightIn('https://tv.example/live/r1/~a.b-c._d/master.m3u8')).toBe('a.b-c._d');
  expect(rightIn('https://tv.example/live/r1/master.m3u8')).toBeNull();
});

test('keys command the player, but not with a modifier', () => {
  const key = (name: string, ctrlKey = false) =>
    commandOf({ key: name, ctrlKey, metaKey: false, altKey: false });
  expect(['k', ' ', 'M', 'f', 'j', 'L', 'ArrowLeft', '?', 'x'].map((name) => key(name))).toEqual([
    ...['play', 'play', 'mute', 'full', 'back', 'forward', 'back', 'help', null],
  ]);
  expect(key('f', true)).toBeNull();
  expect(isForControl([], ' ')).toBe(false);
});

test('a refusal is explained in the user’s language, known or not', () => {
  setLanguage('en');
  expect(explain(problem('locked'))).toContain('locked the picture');
  expect(explain(toProblem({ type: 'about:blank', detail: 'The disk is full' }, 507))).toBe(
    'The disk is full',
  );
  setLanguage('zh');
  expect(explain(problem('locked'))).toContain('锁定');
  expect(explain(problem('x', 500, 'The disk is full'))).toContain('The disk is full');
  setLanguage('en');
});

test.each([
  ['rooms', 'rooms', '会议室'],
  ['passwords', 'passwords', '密码'],
  ['tries', 'tries', '尝试'],
] as const)('too many %s of one address are told in words that fit, with how long to wait', (often, en, zh) => {
  const refusal = toProblem({ type: 'https://rostrum.io/problems/too-many-requests' }, 429, 12);
  expect(explain(refusal, often)).toMatch(new RegExp(`${en}.*network.*in 12 seconds`));
  setLanguage('zh');
  expect(explain(refusal, often)).toContain(zh);
  expect(explain(refusal, often)).toContain('12 秒后');
  expect(explain(problem('too-many-requests'), often)).toContain('稍后');
  setLanguage('en');
  expect(explain(problem('too-many-requests'), often)).toContain('in a minute');
});

test.each([
  ['12', 12],
  ['0', 0],
  ['Wed, 21 Oct 2026 07:28:00 GMT', null],
  ['-5', null],
  ['1e9', null],
  ['99999999999', 600],
  [null, null],
])('Retry-After %j is %j seconds', (header, seconds) => {
  expect(retryAfter(header)).toBe(seconds);
});

test('how long to wait is read from headers, else from its field, never from words', () => {
  expect(toProblem({ retryAfter: 7 }, 0).wait).toBe(7);
  expect(toProblem({ retryAfter: 7 }, 429, 9).wait).toBe(9);
  expect(toProblem({ retryAfter: 99_999_999 }, 0).wait).toBe(600);
  for (const broken of [-5, 1.5, Number.NaN, '7', null, {}]) {
    expect(toProblem({ retryAfter: broken }, 0).wait).toBeNull();
  }
  expect(toProblem({ detail: 'Too many from your address: wait 7 s.' }, 0).wait).toBeNull();
});

test.each(['storage-full', 'too-many-announcements', 'picture-too-large', 'bad-picture', 'internal'])(
  'whoever reads Chinese gets no English for %s',
  (code) => {
    setLanguage('zh');
    expect(explain(problem(code, 500, 'Words of the server.'))).not.toContain('Words');
    setLanguage('en');
  },
);

test('problems are read from anything', () => {
  expect(toProblem(null, 502).code).toBe('http-502');
  expect(toProblem({ type: 'https://rostrum.io/problems/room-full', status: 503 }, 0)).toMatchObject(
    { code: 'room-full', status: 503 },
  );
});

test('initials of names in both scripts', () => {
  expect(['Ana Gómez', 'robin', '王小明', '', 'Dr. Chidi Okafor'].map(initials)).toEqual([
    ...['AG', 'R', '王', '?', 'DO'],
  ]);
});

test('the browser’s first language that we speak wins', () => {
  expect(preferred(['de', 'zh-TW', 'en'])).toBe('zh');
  expect(preferred(['en-GB', 'zh'])).toBe('en');
  expect(preferred(['fr'])).toBe('en');
});
