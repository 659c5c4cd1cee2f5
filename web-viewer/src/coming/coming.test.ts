import { beforeEach, expect, test } from 'vitest';
import type { Announcement, Channel } from '../shared/api/streaming.js';
import { setLanguage } from '../shared/i18n/language.js';
import { browserNotifying, Reminder, type NotificationParts } from './reminder.js';
import { countdown, standing } from './when.js';

const at = (minutes: number) => Date.parse('2026-11-28T19:00:00Z') + minutes * 60_000;
const iso = (minutes: number) => new Date(at(minutes)).toISOString();
const announced = { channel: 'r1', startsAt: iso(0), endsAt: iso(60) } as Announcement;
const live = (minutes: number, id = 'r1') => ({ id, startedAt: iso(minutes) }) as Channel;

beforeEach(() => setLanguage('en'));

test.each([
  [[], -90, 'waiting'],
  [[], 10, 'waiting'],
  [[], 61, 'over'],
  [[live(-20)], -19, 'begun'],
  [[live(4)], 5, 'begun'],
  [[live(-300)], -90, 'other'],
  [[live(-300)], 1, 'begun'],
  [[live(90)], 91, 'other'],
  [[live(4, 'another')], 5, 'waiting'],
] as const)('with %j on air it stands at minute %i as %s', (onAir, now, kind) => {
  expect(standing(announced, onAir, at(now)).kind).toBe(kind);
});

test('what is left is counted in days first, then to the second, and never below nothing', () => {
  expect(countdown(72 * 3_600_000 + 5)).toBe('3 days');
  expect(countdown(30 * 3_600_000)).toBe('30:00:00');
  expect(countdown(65_000)).toBe('1:05');
  expect(countdown(-5)).toBe('0:00');
  setLanguage('zh');
  expect(countdown(72 * 3_600_000)).toBe('3 天');
});

function reminder(allowed: boolean) {
  const told: string[] = [];
  const notifying = { allowed: () => Promise.resolve(allowed), tell: (words: string) => told.push(words) };
  return { told, reminder: new Reminder(notifying) };
}

test('a reminder comes once before and once when it begins', async () => {
  const { told, reminder: one } = reminder(true);
  expect(await one.want()).toBe(true);
  for (const left of [600_000, 300_001, 300_000, 299_000, 1000, 0, -1000]) one.tick(left, 'soon');
  one.begun('now');
  one.begun('now');
  expect(told).toEqual(['soon', 'now']);
});

test('who forbids it, or never asked, is told nothing', async () => {
  const { told, reminder: one } = reminder(false);
  one.tick(1000, 'soon');
  expect(await one.want()).toBe(false);
  one.begun('now');
  expect(told).toEqual([]);
});

test('who asks in the last minutes is told when it begins', async () => {
  const { told, reminder: one } = reminder(true);
  one.tick(60_000, 'soon');
  await one.want();
  one.tick(59_000, 'soon');
  one.begun('now');
  expect(told).toEqual(['now']);
});

/** A browser whose pages may show notifications themselves, or as on a phone its worker only. */
function browser(pagesMay: boolean) {
  const shown: string[] = [];
  class Notification {
    static readonly permission = 'granted' as const;
    static readonly requestPermission = () => Promise.resolve('granted' as const);
    onclick: unknown;

    constructor(title: string, { body }: NotificationOptions) {
      if (!pagesMay) throw new TypeError('Illegal constructor');
      shown.push(`page: ${title}, ${body}`);
    }
  }
  const showNotification = (title: string, { body }: NotificationOptions) => {
    shown.push(`worker: ${title}, ${body}`);
    return Promise.resolve();
  };
  const register = () => Promise.resolve({ showNotification } as ServiceWorkerRegistration);
  return { shown, parts: { Notification, serviceWorker: { register } } as NotificationParts };
}

test.each([
  [true, 'page: Concert, soon'],
  [false, 'worker: Concert, soon'],
])('where pages may show reminders (%s), %s is shown', async (pagesMay, expected) => {
  globalThis.location ??= new URL('https://tv.example/coming/c1') as unknown as Location;
  const { shown, parts } = browser(pagesMay);
  const notifying = browserNotifying(() => 'Concert', parts);
  expect(await notifying.allowed()).toBe(true);
  notifying.tell('soon');
  await Promise.resolve();
  expect(shown).toEqual([expected]);
});

test('a browser without notifications says no', async () => {
  expect(await browserNotifying(() => 'Concert', {}).allowed()).toBe(false);
});
