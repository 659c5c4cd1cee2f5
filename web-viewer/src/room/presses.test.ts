import { beforeEach, expect, test } from 'vitest';
import { setLanguage, t } from '../shared/i18n/language.js';
import type { Participant } from '../shared/signal/messages.js';
import { aRoom } from '../testing/fake-socket.js';
import { browserOf } from './browser.js';
import { deniedBySystem, type InputTrouble } from './inputs.js';
import { Notices } from './notices.js';
import { Presses } from './presses.js';
import { inTurn, outside, seesHimself, type SessionState } from './session-state.js';
import { shortcutOf } from './shortcuts.js';
import { Tabs, type Post } from './tabs.js';
import { troubles } from './troubles.js';
import { words } from './words.js';

beforeEach(() => setLanguage('en'));

const person = (id: string, more: Partial<Participant> = {}): Participant => ({
  ...({ id, name: id.toUpperCase(), role: 'participant', connected: true, encoder: false } as const),
  audio: { present: true, mutedBySelf: false, mutedByHost: false, gain: 0 },
  video: { source: 'none', mutedBySelf: false, mutedByHost: false, codec: null, sending: false, trouble: null, still: true },
  hand: null,
  silenced: false,
  ...more,
});

const muted = { present: true, mutedBySelf: false, mutedByHost: true, gain: 0 };

const inside = (people: Participant[], more: Partial<SessionState> = {}): SessionState => ({
  ...outside,
  you: 'me',
  room: aRoom({ participants: people }),
  ...more,
});

/** Presses of somebody in that state, whose devices fail so; what he was told, and what was done. */
function pressing(state: SessionState, trouble?: InputTrouble) {
  const [said, done]: [string[], string[]] = [[], []];
  const lines = {
    ...{ audio: null, muted: false, source: 'none', screen: null },
    mute: () => (done.push('mute'), Promise.resolve(trouble)),
    openCamera: () => (done.push('camera'), Promise.resolve({ track: null, trouble })),
    share: () => (done.push('share'), Promise.resolve(trouble === 'denied')),
  };
  const session = { state, request: (asked: object) => (done.push(JSON.stringify(asked)), Promise.resolve()) };
  const stay = { session, lines } as never;
  return { presses: new Presses(() => stay, (text) => said.push(text)), said, done };
}

test('whom the host muted is told so, and what he can do; nothing else happens', async () => {
  const { presses, said, done } = pressing(inside([person('me', { audio: muted })]));
  await presses.microphone();
  expect(said).toEqual(['The host has muted you. Raise your hand to ask to speak.']);
  expect(done).toEqual([]);
});

test('whose hand is up already is asked to wait', async () => {
  const { presses, said } = pressing(inside([person('me', { audio: muted, hand: 3 })]));
  await presses.microphone();
  expect(said[0]).toContain('wait until the host lets you speak');
});

test.each(['denied', 'missing', 'busy', 'failed', 'insecure'] as const)(
  'a microphone, camera or screen that is %s says so',
  async (trouble) => {
    const { presses, said } = pressing(inside([person('me')]), trouble);
    await presses.microphone();
    await presses.camera();
    expect(said).toEqual([troubles(undefined, trouble)[0], troubles(trouble)[0]]);
    await presses.share();
    const shared = said.slice(2).map((one) => one.includes('privacy settings'));
    expect(shared).toEqual(trouble === 'denied' ? [true] : []);
  },
);

test('a press raises the hand, the next one lowers it', async () => {
  const down = pressing(inside([person('me')]));
  await down.presses.hand();
  const up = pressing(inside([person('me', { hand: 1 })]));
  await up.presses.hand();
  expect([...down.done, ...up.done]).toEqual(['{"type":"hand","up":true}', '{"type":"hand","up":false}']);
});

test('raised hands come first, in turn; then the host, oneself, the others as they came', () => {
  const people = [
    person('a'),
    person('me'),
    person('b', { hand: 7 }),
    person('host', { role: 'host' }),
    person('c', { hand: 2 }),
  ];
  expect(inTurn(people, 'me').map(({ id }) => id)).toEqual(['c', 'b', 'host', 'me', 'a']);
});

test('whoever may lower hands hears of each that goes up, once, and nobody else does', () => {
  const host = { rights: ['mute-others'] } as const;
  const notices = new Notices();
  expect(notices.of(inside([person('me'), person('a', { hand: 1 })], host))).toEqual([]);
  const two = [person('me', { hand: 3 }), person('a', { hand: 1 }), person('b', { hand: 2 })];
  expect(notices.of(inside(two, host))).toEqual(['B has raised a hand']);
  expect(notices.of(inside(two, host))).toEqual([]);
  const many = ['c', 'd', 'e'].map((id, n) => person(id, { hand: n + 4 }));
  expect(notices.of(inside([...two, ...many], host))).toEqual(['6 hands are raised']);
  const guest = new Notices();
  guest.of(inside([person('me')]));
  expect(guest.of(inside(two))).toEqual([]);
});

test('who is muted or unmuted by the host is told, also when he comes in muted', () => {
  const notices = new Notices();
  expect(notices.of(inside([person('me', { audio: muted })]))[0]).toContain('has muted you');
  expect(notices.of(inside([person('me', { audio: muted })]))).toEqual([]);
  expect(notices.of(inside([person('me')]))).toEqual(['The host lets you speak again']);
  const stopped = person('me', { video: { ...person('me').video, mutedByHost: true } });
  expect(notices.of(inside([stopped]))[0]).toContain('has stopped your camera');
});

test('alone one sees oneself until there is a picture or somebody else', () => {
  const view = { participant: null, selection: { kind: 'speaker' }, reason: 'nobody' } as const;
  expect(seesHimself(inside([person('me')]))).toBe(true);
  expect(seesHimself(inside([person('me')], { view }))).toBe(true);
  expect(seesHimself(inside([person('me')], { view: { ...view, reason: null } }))).toBe(false);
  expect(seesHimself(inside([person('me'), person('a')], { view }))).toBe(false);
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0 Safari/537.36', 0, 'chromium'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:152.0) Gecko/20100101 Firefox/152.0', 0, 'firefox'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15', 0, 'safari'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15', 5, 'iphone'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 CriOS/149.0 Mobile/15E148 Safari/604.1', 5, 'iphone'],
  ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0 Mobile Safari/537.36', 5, 'android'],
  ['Mozilla/5.0 (Android 16; Mobile; rv:152.0) Gecko/152.0 Firefox/152.0', 5, 'android'],
] as const)('%s with %i touch points is %s', (agent, touches, browser) => {
  expect(browserOf(agent, touches)).toBe(browser);
});

test('every browser has its own way to allow a camera, in both languages', () => {
  const browsers = ['chromium', 'firefox', 'safari', 'iphone', 'android'] as const;
  for (const language of ['en', 'zh'] as const) {
    setLanguage(language);
    const ways = browsers.flatMap((browser) => troubles('denied', undefined, browser));
    expect(new Set(ways).size).toBe(browsers.length);
  }
});

test('a share that the user called back is no trouble, one that the system forbids is', () => {
  const refused = (message: string) => ({ name: 'NotAllowedError', message });
  expect(deniedBySystem(refused('Permission denied'))).toBe(false);
  expect(deniedBySystem(refused('Permission denied by system'))).toBe(true);
});

const press = (key: string, more: object = {}) => ({
  ...{ key, code: '', repeat: false, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false },
  ...more,
});

test('one key does one thing, by its letter or by its place where letters are others', () => {
  expect(shortcutOf(press('m'), null)).toBe('microphone');
  expect(shortcutOf(press('V'), null)).toBe('camera');
  expect(shortcutOf(press('?', { shiftKey: true, code: 'Slash' }), null)).toBe('help');
  expect(shortcutOf(press('ь', { code: 'KeyM' }), null)).toBe('microphone');
  expect(shortcutOf(press('Process', { code: 'KeyH' }), null)).toBe('hand');
  expect(shortcutOf(press('x', { code: 'KeyX' }), null)).toBeUndefined();
});

test('who types, holds a key or asks the browser for something presses no shortcut', () => {
  for (const tagName of ['INPUT', 'TEXTAREA', 'SELECT']) {
    expect(shortcutOf(press('m'), { tagName })).toBeUndefined();
  }
  expect(shortcutOf(press('m'), { tagName: 'DIV', isContentEditable: true })).toBeUndefined();
  for (const held of ['repeat', 'ctrlKey', 'altKey', 'metaKey', 'shiftKey']) {
    expect(shortcutOf(press('m', { [held]: true }), { tagName: 'BUTTON' })).toBeUndefined();
  }
});

test('a tab in the lobby knows of another that is in, until that one goes', () => {
  const heard = new Map<Post, (event: { data: unknown }) => void>();
  const end = (): Post => {
    const own: Post = {
      addEventListener: (_, listener) => heard.set(own, listener),
      postMessage: (data) => heard.forEach((hear, one) => one !== own && hear({ data })),
    };
    return own;
  };
  let joined = false;
  const first = new Tabs('r1', () => joined, () => undefined, end());
  joined = true;
  first.tell();
  const second = new Tabs('r1', () => false, () => undefined, end());
  expect(second.elsewhere).toBe(true);
  expect(first.elsewhere).toBe(false);
  first.gone();
  expect(second.elsewhere).toBe(false);
});

test('names stand apart from Chinese only where they are written in other letters', () => {
  setLanguage('zh');
  expect(t(words.watchPerson, 'Ana')).toBe('查看 Ana 的画面');
  expect(t(words.watchPerson, '王小明')).toBe('查看王小明的画面');
  expect(t(words.nowSpeaking, 'Ana')).toBe('Ana 正在发言');
});
