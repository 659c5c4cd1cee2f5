import { beforeEach, expect, test, vi } from 'vitest';
import { keepCaptions, keptCaptions, turnCaptions } from './captions.js';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

const track = (language: string, kind = 'subtitles') =>
  ({ language, kind, mode: 'disabled' }) as unknown as TextTrack;

const video = (...textTracks: TextTrack[]) => ({ textTracks }) as unknown as HTMLVideoElement;

test('captions come in the own language of the viewer, and go again', () => {
  const [en, zh] = [track('en'), track('zh-CN')];
  const shown = video(track('', 'metadata'), en, zh);
  turnCaptions(shown, ['zh']);
  expect([en.mode, zh.mode]).toEqual(['disabled', 'showing']);
  expect(keptCaptions()).toBe('zh-CN');
  turnCaptions(shown, ['zh']);
  expect([en.mode, zh.mode]).toEqual(['disabled', 'disabled']);
  expect(keptCaptions()).toBeNull();
});

test('the language that was on last comes before the own one', () => {
  const de = track('de');
  de.mode = 'showing';
  keepCaptions(video(de));
  const next = [track('en'), track('de')];
  turnCaptions(video(...next), ['en']);
  expect(next.map(({ mode }) => mode)).toEqual(['disabled', 'showing']);
});

test('where none speaks his language he has the first', () => {
  const de = track('de');
  turnCaptions(video(de, track('fr')), ['zh']);
  expect(de.mode).toBe('showing');
});

test('a program without captions changes no wish', () => {
  kept.set('rostrum.captions', 'en');
  turnCaptions(video(), ['en']);
  keepCaptions(video(track('', 'metadata')));
  expect(keptCaptions()).toBe('en');
});
