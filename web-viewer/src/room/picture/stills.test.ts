import { expect, test } from 'vitest';
import type { Participant, Room } from '../../shared/signal/messages.js';
import { fromServer } from '../../testing/golden-messages.js';
import { SessionBench } from '../../testing/session-bench.js';
import { settle } from '../../testing/fake-clock.js';
import { aRoom } from '../../testing/fake-socket.js';
import { showsStill, stillsAfter, withStill } from './stills.js';

const host = (fromServer['room'] as { room: Room }).room.participants[0] as Participant;
const ana: Participant = { ...host, id: 'p2' };

/** Every way in which nothing may be seen of somebody any more. */
const gone: Record<string, Participant> = {
  'his connection is lost': { ...ana, connected: false },
  'his camera is off': { ...ana, video: { ...ana.video, source: 'none' } },
  'he muted his picture': { ...ana, video: { ...ana.video, mutedBySelf: true } },
  'the host stopped his camera': { ...ana, video: { ...ana.video, mutedByHost: true } },
  'nothing comes from him': { ...ana, video: { ...ana.video, sending: false } },
  'he does not wish it': { ...ana, video: { ...ana.video, still: false } },
};

const roomOf = (...participants: Participant[]): Room => ({ ...aRoom(), participants });

test('who is seen has a still, as an image can show it', () => {
  expect(showsStill(ana)).toBe(true);
  expect(withStill({}, roomOf(ana), 'p2', '/9j/')).toEqual({ p2: 'data:image/jpeg;base64,/9j/' });
});

test.each(Object.entries(gone))('%s: his still goes, and none comes too late', (_, away) => {
  const stills = withStill({}, roomOf(ana), 'p2', 'AA');
  expect(stillsAfter(stills, roomOf(ana), roomOf(away))).toEqual({});
  expect(withStill({}, roomOf(away), 'p2', 'AA')).toEqual({});
});

test('who shares his screen now is not shown as he was at his camera', () => {
  const stills = withStill({}, roomOf(ana), 'p2', 'AA');
  const sharing: Participant = { ...ana, video: { ...ana.video, source: 'screen' } };
  expect(stillsAfter(stills, roomOf(ana), roomOf(sharing))).toEqual({});
});

test('whoever left is forgotten, a stranger is not taken, and the others stay as they are', () => {
  const ben: Participant = { ...ana, id: 'p3' };
  let stills = withStill({}, roomOf(ana, ben), 'p2', 'AA');
  stills = withStill(stills, roomOf(ana, ben), 'p3', 'BB');
  expect(withStill(stills, roomOf(ana, ben), 'p9', 'CC')).toBe(stills);
  expect(Object.keys(stillsAfter(stills, roomOf(ana, ben), roomOf(ben)))).toEqual(['p3']);
  expect(stillsAfter(stills, roomOf(ana, ben), roomOf(ana, ben))).toBe(stills);
});

test('the session keeps what comes, and drops it in the moment in which the room says so', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.say({ type: 'room', room: roomOf(ana) });
  bench.socket.say({ type: 'still', participant: 'p2', jpeg: 'AA' });
  expect(Object.keys(bench.session.state.stills)).toEqual(['p2']);
  bench.socket.say({ type: 'room', room: roomOf(gone['his camera is off']!) });
  expect(bench.session.state.stills).toEqual({});
  await settle();
});
