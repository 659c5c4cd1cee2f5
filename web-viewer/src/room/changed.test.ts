import { expect, test } from 'vitest';
import type { Change, Room } from '../shared/signal/messages.js';
import { readMessage } from '../shared/signal/messages.js';
import { fromServer } from '../testing/golden-messages.js';
import { changed } from './changed.js';
import story from '../../../protocol-json/src/test/resources/io/rostrum/protocol/json/story.txt?raw';

const told = story.trim().split('\n').map((line) => readMessage(line));

const whole = (message: unknown): Room => (message as { room: Room }).room;

test('who knows the beginning and every change knows the room, as the center tells it', () => {
  let room = whole(told[0]);
  for (let i = 1; i < told.length; i += 2) {
    room = changed(room, told[i] as unknown as Change)!;
    expect(room).toEqual(whole(told[i + 1]));
  }
  expect(told.length).toBeGreaterThan(15);
});

test('a change that does not follow is none', () => {
  const room = whole(told[0]);
  const later = told[3] as unknown as Change;
  expect(changed(room, later)).toBeNull();
  const next = changed(room, told[1] as unknown as Change)!;
  expect(changed(next, told[1] as unknown as Change)).toBeNull();
});

test('what was known before stays as it was', () => {
  const before = whole(fromServer['room-quiet']);
  const copy = structuredClone(before);
  changed(before, fromServer.change as unknown as Change);
  expect(before).toEqual(copy);
});

test('who is no more said is who he was: nobody is drawn anew for a speaker', () => {
  const room = { ...whole(fromServer.room), revision: 16 };
  const after = changed(room, fromServer['change-speaker'] as unknown as Change)!;
  expect(after.speaker).toBe('p3');
  expect(after.participants.map((one, i) => one === room.participants[i])).toEqual([true, true, true]);
});
