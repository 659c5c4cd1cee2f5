import { expect, test } from 'vitest';
import { ProblemError } from '../shared/api/problem.js';
import { aRoom } from '../testing/fake-socket.js';
import { settle } from '../testing/fake-clock.js';
import { may } from './session-state.js';
import { SessionBench } from '../testing/session-bench.js';

test('joining sends name, host key and offer, and is inside once media flows', async () => {
  const bench = new SessionBench();
  void bench.session.join({ name: 'Robin', hostKey: 'k' });
  expect(bench.phase.kind).toBe('connecting');
  await bench.welcome();
  expect(bench.socket.last('join')).toMatchObject({
    ...{ name: 'Robin', hostKey: 'k', offer: 'offer', device: 'device' },
  });
  expect(bench.peer.accepted).toEqual(['answer']);
  expect(bench.phase.kind).toBe('inside');
  expect(bench.entered).toBe(1);
  expect(may(bench.session.state, 'choose')).toBe(true);
  expect(may(bench.session.state, 'lock')).toBe(false);
});

test('a refused join says why and does not try again', async () => {
  const bench = new SessionBench();
  void bench.session.join({ name: 'Robin' });
  await settle();
  bench.socket.open();
  bench.socket.refuse('join', 'room-full');
  await settle();
  expect(bench.phase).toMatchObject({ kind: 'refused', problem: { code: 'room-full' } });
  await bench.clock.pass(60_000);
  expect(bench.sockets).toHaveLength(1);
});

test('at a closed door it waits, and is inside once somebody lets it in', async () => {
  const bench = new SessionBench();
  void bench.session.join({ name: 'Robin' });
  await settle();
  bench.socket.open();
  bench.socket.say({ type: 'waiting' });
  await settle();
  expect(bench.phase.kind).toBe('waiting');
  await bench.clock.pass(60_000);
  expect(bench.sockets).toHaveLength(1);
  await bench.welcome();
  expect(bench.phase.kind).toBe('inside');
});

test('who is turned away at the door is told so and does not come back by itself', async () => {
  const bench = new SessionBench();
  void bench.session.join({ name: 'Robin' });
  await settle();
  bench.socket.open();
  bench.socket.say({ type: 'waiting' });
  bench.socket.refuse('join', 'not-admitted');
  await settle();
  expect(bench.phase).toMatchObject({ kind: 'refused', problem: { code: 'not-admitted' } });
  await bench.clock.pass(60_000);
  expect(bench.sockets).toHaveLength(1);
});

test('who may let others in hears who waits', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.say({ type: 'knocks', people: [{ id: 'w1', name: 'Ana' }] });
  expect(bench.session.state.knocks).toEqual([{ id: 'w1', name: 'Ana' }]);
});

test('a broken socket comes back with the seat, on a new peer connection', async () => {
  const bench = await new SessionBench().joined();
  const first = bench.peer;
  bench.socket.snap();
  expect(bench.phase.kind).toBe('reconnecting');
  expect(first.closed).toBe(true);
  await bench.clock.pass(300);
  await bench.welcome();
  expect(bench.peer).not.toBe(first);
  expect(bench.socket.last('join')).toMatchObject({ seat: 'seat-p1' });
  expect(bench.phase.kind).toBe('inside');
  expect(bench.entered).toBe(2);
});

test('failed media is enough to connect anew', async () => {
  const bench = await new SessionBench().joined();
  bench.peer.becomes('failed');
  await bench.clock.pass(300);
  expect(bench.sockets).toHaveLength(2);
});

test('media that comes back within two seconds changes nothing', async () => {
  const bench = await new SessionBench().joined();
  bench.peer.becomes('disconnected');
  await bench.clock.pass(2_000);
  bench.peer.becomes('connected');
  await bench.clock.pass(10_000);
  expect(bench.sockets).toHaveLength(1);
  expect(bench.phase.kind).toBe('inside');
});

test('media that stays away connects anew', async () => {
  const bench = await new SessionBench().joined();
  bench.peer.becomes('disconnected');
  await bench.clock.pass(3_000);
  expect(bench.sockets).toHaveLength(2);
});

test('it tries at least five times within the 30 s that the seat is kept, and gives up later', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.snap();
  const tries = () => bench.sockets.length - 1;
  for (let second = 0; second < 30; second++) {
    await bench.clock.pass(1_000);
    if (!bench.socket.closedByPage) bench.socket.snap();
  }
  expect(tries()).toBeGreaterThanOrEqual(5);
  for (let second = 0; second < 120; second++) {
    await bench.clock.pass(1_000);
    if (!bench.socket.closedByPage) bench.socket.snap();
  }
  expect(bench.phase.kind).toBe('lost');
  bench.session.hurry();
  await bench.welcome();
  expect(bench.phase.kind).toBe('inside');
});

test('when the network is back it does not wait for its turn', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.snap();
  bench.session.hurry();
  await bench.welcome();
  expect(bench.phase.kind).toBe('inside');
  await bench.clock.pass(5_000);
  expect(bench.sockets).toHaveLength(2);
});

test.each(['removed', 'replaced', 'room-closed'] as const)(
  'closed because %s: it stays away',
  async (reason) => {
    const bench = await new SessionBench().joined();
    bench.socket.say({ type: 'closed', reason });
    bench.socket.snap();
    await bench.clock.pass(60_000);
    expect(bench.phase).toEqual({ kind: 'closed', reason });
    expect(bench.sockets).toHaveLength(1);
    expect(bench.seat).toBeNull();
  },
);

test('closed because idle: it comes back', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.say({ type: 'closed', reason: 'idle' });
  await bench.clock.pass(300);
  await bench.welcome();
  expect(bench.phase.kind).toBe('inside');
});

test('leaving gives the seat back and closes both connections', async () => {
  const bench = await new SessionBench().joined();
  bench.session.leave();
  expect(bench.socket.last('leave')).toBeDefined();
  expect(bench.socket.closedByPage).toBe(true);
  expect(bench.peer.closed).toBe(true);
  expect(bench.phase.kind).toBe('left');
  expect(bench.seat).toBeNull();
});

test('a request fails with the problem that the server named', async () => {
  const bench = await new SessionBench().joined();
  const asked = bench.session.request({ type: 'lock', on: true });
  bench.socket.refuse('lock', 'not-host');
  await expect(asked).rejects.toBeInstanceOf(ProblemError);
  await expect(asked).rejects.toMatchObject({ problem: { code: 'not-host', status: 403 } });
});

test('what the server tells becomes the state, and listeners hear of it', async () => {
  const bench = await new SessionBench().joined();
  let heard = 0;
  bench.session.onChange(() => (heard += 1));
  bench.socket.say({ type: 'room', room: aRoom({ locked: true }) });
  bench.socket.say({ type: 'view', participant: 'p2', selection: { kind: 'speaker' }, reason: null });
  bench.socket.say({ type: 'levels', levels: { p2: -20 } });
  bench.socket.say({ type: 'something-new' });
  expect(bench.session.state.room?.locked).toBe(true);
  expect(bench.session.state.view?.participant).toBe('p2');
  expect(bench.session.state.levels).toEqual({ p2: -20 });
  expect(heard).toBe(3);
});

const speaking = (since: number, speaker: string) => ({
  ...{ type: 'change', since, revision: since + 1, room: { speaker } },
  ...{ participants: [], gone: [], order: null },
});

test('changes of the room are followed one by one', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.say(speaking(1, 'p2'));
  bench.socket.say(speaking(2, 'p3'));
  expect(bench.session.state.room).toMatchObject({ speaker: 'p3', revision: 3, title: 'Town hall' });
});

test('who misses a change asks once for the whole room, and goes on from there', async () => {
  const bench = await new SessionBench().joined();
  const asked = () => bench.socket.sent.filter(({ type }) => type === 'refresh').length;
  bench.socket.say(speaking(5, 'p2'));
  bench.socket.say(speaking(6, 'p3'));
  expect(asked()).toBe(1);
  expect(bench.session.state.room?.speaker).toBeNull();
  bench.socket.say({ type: 'room', room: aRoom({ revision: 7, speaker: 'p3' }) });
  bench.socket.say(speaking(7, 'p2'));
  expect(bench.session.state.room).toMatchObject({ speaker: 'p2', revision: 8 });
  bench.socket.say(speaking(9, 'p3'));
  expect(asked()).toBe(2);
});

test('who asked too soon asks again with the next change', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.say(speaking(5, 'p2'));
  bench.socket.refuse('refresh', 'too-many-requests');
  await settle();
  bench.socket.say(speaking(6, 'p3'));
  expect(bench.socket.sent.filter(({ type }) => type === 'refresh')).toHaveLength(2);
});

test('an old connection has no say any more', async () => {
  const bench = await new SessionBench().joined();
  const [oldSocket, oldPeer] = [bench.socket, bench.peer];
  oldSocket.snap();
  await bench.clock.pass(300);
  await bench.welcome();
  oldPeer.becomes('failed');
  oldSocket.say({ type: 'closed', reason: 'replaced' });
  expect(bench.phase.kind).toBe('inside');
});

/** A join that is refused because too many came in from this address. */
async function crowded(bench: SessionBench, retryAfter?: number): Promise<void> {
  await settle();
  bench.socket.open();
  bench.socket.refuse('join', 'too-many-requests', retryAfter);
  await settle();
}

test('too many of one address: it waits as long as it was told, and up to as much again', async () => {
  const bench = new SessionBench();
  void bench.session.join({ name: 'Robin' });
  await crowded(bench, 8);
  const began = bench.clock.now();
  expect(bench.phase).toEqual({ kind: 'reconnecting', at: began + 12_000, why: 'crowd' });
  await bench.clock.pass(11_900);
  expect(bench.sockets).toHaveLength(1);
  await bench.clock.pass(200);
  expect(bench.phase).toEqual({ kind: 'reconnecting', at: null, why: 'crowd' });
  await bench.welcome();
  expect(bench.phase.kind).toBe('inside');
});

test('who only comes back keeps his seat while too many come back with him', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.snap();
  await bench.clock.pass(300);
  await crowded(bench);
  expect(bench.seat).toBe('seat-p1');
  await bench.clock.pass(7_400);
  expect(bench.sockets).toHaveLength(2);
  await bench.clock.pass(200);
  await bench.welcome();
  expect(bench.socket.last('join')).toMatchObject({ seat: 'seat-p1' });
  expect(bench.phase.kind).toBe('inside');
});

test('a crowd that does not end is told as one, and the user decides', async () => {
  const bench = new SessionBench();
  void bench.session.join({ name: 'Robin' });
  for (let n = 0; n < 12; n++) {
    await crowded(bench, 10);
    await bench.clock.pass(15_000);
  }
  expect(bench.phase).toEqual({ kind: 'lost', why: 'crowd' });
  bench.session.hurry();
  await bench.welcome();
  expect(bench.phase.kind).toBe('inside');
});

test('a socket that the server closes because no join came through is opened anew', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.snap();
  await bench.clock.pass(300);
  bench.socket.open();
  await bench.clock.pass(14_900);
  bench.socket.snap();
  expect(bench.phase.kind).toBe('reconnecting');
  expect(bench.seat).toBe('seat-p1');
  await bench.clock.pass(1_100);
  await bench.welcome();
  expect(bench.phase.kind).toBe('inside');
});

test('a way that swallows everything is left after 15 s, in time for the seat', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.snap();
  await bench.clock.pass(300);
  const swallowed = bench.socket;
  await bench.clock.pass(15_000);
  expect(swallowed.closedByPage).toBe(true);
  await bench.clock.pass(1_000);
  expect(bench.socket).not.toBe(swallowed);
  await bench.welcome();
  await bench.clock.pass(60_000);
  expect(bench.sockets).toHaveLength(3);
});

test('sockets that are refused at the door are tried less and less often', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.snap();
  for (let tenth = 0; tenth < 600; tenth++) {
    await bench.clock.pass(100);
    if (!bench.socket.closedByPage) bench.socket.snap();
  }
  expect(bench.sockets.length).toBeLessThan(20);
  expect(bench.seat).toBe('seat-p1');
});

test('a stay at the door begins anew: what broke before it does not count against it', async () => {
  const bench = new SessionBench();
  const toTheDoor = async () => {
    await settle();
    bench.socket.open();
    bench.socket.say({ type: 'waiting' });
    await settle();
  };
  void bench.session.join({ name: 'Robin' });
  await toTheDoor();
  bench.socket.snap();
  await bench.clock.pass(300);
  await toTheDoor();
  await bench.clock.pass(300_000);
  bench.socket.snap();
  expect(bench.phase.kind).toBe('reconnecting');
});

test('who has to wait at the door after a break sees nothing of the room, and tells it nothing', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.snap();
  await bench.clock.pass(300);
  bench.socket.open();
  bench.socket.say({ type: 'waiting' });
  expect(bench.session.state).toMatchObject({ phase: { kind: 'waiting' }, you: null, room: null });
  expect(bench.session.reachable).toBe(false);
});
