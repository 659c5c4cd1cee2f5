import { expect, test } from 'vitest';
import type { Participant, Request, Room } from '../../shared/signal/messages.js';
import { fromServer } from '../../testing/golden-messages.js';
import { outside, type SessionState } from '../session-state.js';
import { StillWish } from './still-wish.js';

const room = (fromServer['room'] as { room: Room }).room;

function bench(still: boolean, reachable = true) {
  const kept = new Map<string, string>();
  const asked: Request[] = [];
  const me = room.participants[0] as Participant;
  const participants = [{ ...me, video: { ...me.video, still } }];
  const state: SessionState = { ...outside, you: me.id, room: { ...room, participants } };
  const request = async (one: Request) => void asked.push(one);
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
  return { wish: new StillWish({ state, reachable, request }, () => store), asked };
}

test('whoever said nothing is shown, and the server need not be told', async () => {
  const { wish, asked } = bench(true);
  expect(wish.on).toBe(true);
  await wish.tell();
  expect(asked).toEqual([]);
});

test('who wishes it no more is told to the server at once, and in every room he enters', async () => {
  const { wish, asked } = bench(true);
  await wish.set(false);
  expect(wish.on).toBe(false);
  await wish.tell();
  expect(asked).toEqual([
    { type: 'still', on: false },
    { type: 'still', on: false },
  ]);
});

test('a seat that still has the wish of before hears the one of now', async () => {
  const { wish, asked } = bench(false);
  await wish.tell();
  expect(asked).toEqual([{ type: 'still', on: true }]);
});

test('while nobody can be told the wish is kept', async () => {
  const { wish, asked } = bench(true, false);
  await wish.set(false);
  expect(asked).toEqual([]);
  expect(wish.on).toBe(false);
});
