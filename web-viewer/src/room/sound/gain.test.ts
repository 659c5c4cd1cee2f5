import { expect, test } from 'vitest';
import type { Participant, Room } from '../../shared/signal/messages.js';
import { fromServer } from '../../testing/golden-messages.js';
import { Notices } from '../notices.js';
import { outside, type SessionState } from '../session-state.js';
import { gainFigure, gainWords } from './gain.js';

const room = (fromServer['room'] as { room: Room }).room;

function heard(gain: number): SessionState {
  const me = room.participants[0] as Participant;
  const participants = [{ ...me, audio: { ...me.audio, gain } }];
  return { ...outside, you: me.id, room: { ...room, participants } };
}

test('a gain is a figure with its sign, and nothing where nothing was changed', () => {
  expect([gainFigure(-6), gainFigure(4), gainFigure(0)]).toEqual(['−6 dB', '+4 dB', '']);
  expect(gainWords(-6)).toBe('Turned down by 6 dB for everybody');
  expect(gainWords(0)).toBe('');
});

test('whoever is turned down or up, or no more, is told so once', () => {
  const notices = new Notices();
  expect(notices.of(heard(0))).toEqual([]);
  expect(notices.of(heard(-6))).toEqual(['The host has turned you down by 6 dB for everybody']);
  expect(notices.of(heard(-6))).toEqual([]);
  expect(notices.of(heard(2))).toEqual(['The host has turned you up by 2 dB for everybody']);
  expect(notices.of(heard(0))).toEqual(['You are heard at your own volume again']);
});

test('who comes back and is still turned down is told so', () => {
  expect(new Notices().of(heard(-10))).toEqual([
    'The host has turned you down by 10 dB for everybody',
  ]);
});
