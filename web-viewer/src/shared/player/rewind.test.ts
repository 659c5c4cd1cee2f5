import { expect, test } from 'vitest';
import { ProgramClock, wayTo } from './program-clock.js';
import { cueAt, cues, tileOf } from './vtt.js';

const chapters = `WEBVTT

NOTE written while on air

1
00:00.000 --> 01:05.500
Ana &amp; <b>Ben</b>

01:05.500 --> 1:00:00.000 align:start
王小明

not a time --> at all
lost
`;

test('chapters come with their times and plain words', () => {
  expect(cues(chapters)).toEqual([
    { start: 0, end: 65.5, text: 'Ana & Ben' },
    { start: 65.5, end: 3600, text: '王小明' },
  ]);
  expect(cues(chapters.replaceAll('\n', '\r\n'))).toHaveLength(2);
});

test('a moment belongs to the chapter that spans it', () => {
  const all = cues(chapters);
  expect(cueAt(all, 65.4)?.text).toBe('Ana & Ben');
  expect(cueAt(all, 65.5)?.text).toBe('王小明');
  expect(cueAt(all, 3600)).toBeNull();
});

test('a tile is found in its sprite, and script is no picture', () => {
  const base = 'https://x.org/live/r1/storyboard.vtt';
  expect(tileOf('sheet-0.jpg#xywh=160,90,160,90', base)).toEqual({
    url: 'https://x.org/live/r1/sheet-0.jpg',
    ...{ x: 160, y: 90, width: 160, height: 90 },
  });
  expect(tileOf('javascript:alert(1)#xywh=0,0,1,1', base)).toBeNull();
  expect(tileOf('sheet-0.jpg', base)).toBeNull();
});

test('the length of a live program follows the edge that was seen, not our clock', () => {
  const clock = new ProgramClock(1_000_000);
  expect(clock.end(1_060_000)).toBe(60);
  clock.learn(3_600, 1_060_000);
  expect(clock.end(1_070_000)).toBe(3_610);
});

test.each([
  ['the edge', 998, 'live'],
  ['what the live playlist still holds', 960, 'here'],
  ['long ago', 10, 'past'],
  ['between what is here and the edge', 994, 'past'],
])('the way to %s', (_, moment, way) => {
  expect(wayTo(moment, { from: 945, to: 993, end: 1000 })).toBe(way);
});
