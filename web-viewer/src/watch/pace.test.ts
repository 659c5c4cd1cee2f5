import { expect, test } from 'vitest';
import { Pace } from './pace.js';

const player = () => {
  const held: boolean[] = [];
  return {
    video: { playbackRate: 1 } as HTMLVideoElement,
    atLiveEdge: false,
    held,
    holdEdge: (hold: boolean) => void held.push(hold),
  };
};

test('a viewer chooses his speed, and keeps it when something else plays', () => {
  const of = player();
  const pace = new Pace(of);
  pace.choose(1.5);
  expect(of.video.playbackRate).toBe(1.5);
  of.video.playbackRate = 1;
  pace.look();
  expect(of.video.playbackRate).toBe(1.5);
});

test('at the live edge there is one speed', () => {
  const of = player();
  const pace = new Pace(of);
  pace.choose(2);
  of.atLiveEdge = true;
  pace.look();
  expect([pace.speed, of.video.playbackRate, of.held.at(-1)]).toEqual([1, 1, true]);
  pace.choose(0.5);
  expect(pace.speed).toBe(1);
});

test('while he has his own speed nothing pulls him to the edge', () => {
  const of = player();
  const pace = new Pace(of);
  pace.choose(1.25);
  expect(of.held).toEqual([false]);
});

test('who has chosen no speed is left alone: the edge is held by small changes of it', () => {
  const of = player();
  of.video.playbackRate = 1.05;
  new Pace(of).look();
  expect(of.video.playbackRate).toBe(1.05);
});

test('steps end with the slowest and the fastest', () => {
  const pace = new Pace(player());
  for (let n = 0; n < 9; n++) pace.step(1);
  expect(pace.speed).toBe(2);
  for (let n = 0; n < 9; n++) pace.step(-1);
  expect(pace.speed).toBe(0.5);
});
