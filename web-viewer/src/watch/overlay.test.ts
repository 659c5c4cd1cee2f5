import { expect, test } from 'vitest';
import type { LayerEvent } from '../shared/layer/layer.js';
import type { Playback } from '../shared/player/playback.js';
import { FakeClock } from '../testing/fake-clock.js';
import { Overlay } from './overlay.js';

const BEGUN = Date.parse('2026-11-20T10:00:30Z');

/** A player of which the test says where it is. */
class Page {
  readonly clock = new FakeClock();
  readonly opened: string[] = [];
  closed = 0;
  hear: (events: readonly LayerEvent[]) => void = () => undefined;
  video = { currentTime: 0, playbackRate: 1, paused: false } as HTMLVideoElement;
  engine: { shownAt: number | null } = { shownAt: null };
  readonly overlay: Overlay;
  changes = 0;

  constructor(live: boolean) {
    const of = { live, begun: BEGUN, video: this.video, engine: this.engine as Playback };
    this.overlay = new Overlay(
      of,
      () => (this.changes += 1),
      this.clock,
      (url, heard) => {
        this.opened.push(url);
        this.hear = heard;
        return { stop: () => (this.closed += 1) };
      },
    );
    this.overlay.begin('https://tv/live/r1/master.m3u8');
  }

  at(seconds: number): void {
    this.engine.shownAt = BEGUN + seconds * 1000;
    this.overlay.look();
  }
}

const events: LayerEvent[] = [
  { at: 0, show: 'picture', name: 'Ana' },
  { at: 1, show: 'names', on: true },
  { at: 10, show: 'picture', name: 'Ben' },
  { at: 20, show: 'clock', on: true },
];

test('live, the name changes with the picture and not when it is told', async () => {
  const page = new Page(true);
  page.hear(events);
  expect(page.overlay.shown.name).toBe('');
  page.at(9.7);
  expect(page.overlay.shown.name).toBe('Ana');
  page.engine.shownAt = BEGUN + 10_005;
  await page.clock.pass(299);
  expect(page.overlay.shown.name).toBe('Ana');
  await page.clock.pass(10);
  expect(page.overlay.shown.name).toBe('Ben');
});

test('a recording is followed by where it is, forth and back', () => {
  const page = new Page(false);
  page.hear(events);
  page.video.currentTime = 12;
  page.overlay.look();
  expect(page.overlay.shown.name).toBe('Ben');
  page.video.currentTime = 2;
  page.overlay.look();
  expect(page.overlay.shown.name).toBe('Ana');
});

test('the clock tells the time of what is seen, and changes with the minute only', () => {
  const page = new Page(true);
  page.hear(events);
  page.at(21);
  expect(new Date(page.overlay.minute).toISOString()).toBe('2026-11-20T10:00:00.000Z');
  const before = page.changes;
  page.at(25);
  expect(page.changes).toBe(before);
  page.at(31);
  expect(new Date(page.overlay.minute).toISOString()).toBe('2026-11-20T10:01:00.000Z');
});

test('who does not want it sees the picture alone', () => {
  const page = new Page(true);
  page.hear(events);
  page.at(5);
  page.overlay.turn();
  expect(page.overlay.shown.name).toBe('');
  expect(page.overlay.there).toBe(true);
  page.overlay.turn();
  expect(page.overlay.shown.name).toBe('Ana');
});

const line: LayerEvent = { at: 2, show: 'caption', text: 'Good evening', language: 'en' };

test('typed lines are shown live to who wants captions, and go when they are read', async () => {
  const page = new Page(true);
  page.hear([line]);
  page.at(2);
  expect(page.overlay.captioned).toBe(true);
  expect(page.overlay.shown.caption).toBe('');
  page.overlay.turnCaptions();
  expect(page.overlay.shown).toMatchObject({ caption: 'Good evening', language: 'en' });
  page.at(3.8);
  page.engine.shownAt = BEGUN + 4_005;
  await page.clock.pass(250);
  expect(page.overlay.shown.caption).toBe('');
});

test('a recording has what was typed as a track', () => {
  const page = new Page(false);
  page.hear([line]);
  page.overlay.turnCaptions();
  page.video.currentTime = 2;
  page.overlay.look();
  expect(page.overlay.captioned).toBe(false);
  expect(page.overlay.shown.caption).toBe('');
});

test('another program begins with nothing', () => {
  const page = new Page(true);
  page.hear(events);
  page.at(5);
  page.overlay.begin('https://tv/live/r2/master.m3u8');
  expect(page.overlay.shown.name).toBe('');
  expect(page.overlay.there).toBe(false);
  expect(page.opened).toEqual(['https://tv/live/r1/layer.json', 'https://tv/live/r2/layer.json']);
  expect(page.closed).toBe(1);
});

test('where nobody has switched anything on there is nothing to switch off', () => {
  const page = new Page(true);
  page.hear(events.slice(0, 1));
  page.at(5);
  expect(page.overlay.there).toBe(false);
});
