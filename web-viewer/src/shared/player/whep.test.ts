import { beforeEach, expect, test } from 'vitest';
import { FakeWhepWorld, refused } from '../../testing/fake-whep.js';
import { settle } from '../../testing/fake-clock.js';
import { Whep, WhepError, type WhepTrouble } from './whep.js';
import { whepDelay, whepFigures } from './whep-figures.js';

const ADDRESS = 'http://tv.example.org/live/r1/whep';

let world: FakeWhepWorld;
let lost: number;
let whep: Whep;

beforeEach(() => {
  world = new FakeWhepWorld();
  lost = 0;
  whep = new Whep(ADDRESS, world, () => (lost += 1));
});

const troubleOf = (connecting: Promise<void>) =>
  connecting.then(
    () => null,
    (error: WhepError): WhepTrouble => error.trouble,
  );

test('it asks for a picture and its sound, and is connected when pictures come', async () => {
  const connecting = whep.connect();
  await settle();
  await world.clock.pass(300);
  world.connection.shows();
  await world.clock.pass(100);
  await connecting;
  expect(world.connection.lines).toEqual(['video recvonly', 'audio recvonly']);
  expect(world.connection.answer).toBe('answer');
  expect(world.tracks).toHaveLength(1);
});

test('where no datagram passes it gives up after little more than a second', async () => {
  const trouble = troubleOf(whep.connect());
  await settle();
  await world.clock.pass(1_300);
  expect(await trouble).toEqual({ kind: 'blocked' });
  expect(world.asked.at(-1)).toBe('DELETE http://tv.example.org/live/r1/whep/0-abc');
});

test('a browser that has no way to send a datagram is not waited for', async () => {
  const trouble = troubleOf(whep.connect());
  await settle();
  world.connection.iceGatheringState = 'complete';
  await world.clock.pass(100);
  expect(await trouble).toEqual({ kind: 'blocked' });
});

test('a path without pictures is left after two seconds', async () => {
  const trouble = troubleOf(whep.connect());
  await settle();
  world.connection.connectionState = 'connected';
  await world.clock.pass(2_100);
  expect(await trouble).toEqual({ kind: 'blocked' });
});

test.each([
  ['no place', 503, { 'Retry-After': '30' }, { kind: 'full', again: 30_000 }],
  ['no place, no word when', 503, {}, { kind: 'full', again: 10_000 }],
  ['too many of this address', 429, { 'Retry-After': '15' }, { kind: 'crowd', again: 15_000 }],
  ['too many, soon again', 429, { 'Retry-After': '1' }, { kind: 'crowd', again: 10_000 }],
  ['a wait beyond reason', 503, { 'Retry-After': '99999999' }, { kind: 'full', again: 600_000 }],
  ['an offer that cannot be met', 406, {}, { kind: 'unable' }],
  ['a program that is over', 404, {}, { kind: 'away' }],
])('%s is told apart', async (_, status, headers, expected) => {
  world.answers = () => Promise.resolve(refused(status, headers as Record<string, string>));
  expect(await troubleOf(whep.connect())).toEqual(expected);
  expect(world.connection.connectionState).toBe('closed');
});

test('a server that does not answer is waited for two seconds', async () => {
  world.answers = () => new Promise(() => undefined);
  const trouble = troubleOf(whep.connect());
  await settle();
  await world.clock.pass(2_000);
  expect(await trouble).toEqual({ kind: 'away' });
});

test('a browser without connections is unable', async () => {
  world.peer = () => {
    throw new ReferenceError('RTCPeerConnection is not defined');
  };
  expect(await troubleOf(whep.connect())).toEqual({ kind: 'unable' });
});

async function connected(): Promise<void> {
  const connecting = whep.connect();
  await settle();
  world.connection.shows();
  await world.clock.pass(100);
  await connecting;
}

test('silence of a second and a half is a lost path; reports alone keep it', async () => {
  await connected();
  for (let second = 0; second < 5; second++) {
    await world.clock.pass(1_000);
    world.connection.hears();
  }
  expect(lost).toBe(0);
  await world.clock.pass(1_700);
  expect(lost).toBe(1);
});

test('a server that says goodbye is gone at once, and nothing is told after closing', async () => {
  await connected();
  world.connection.connectionState = 'failed';
  await world.clock.pass(200);
  expect(lost).toBe(1);
  await world.clock.pass(10_000);
  expect(lost).toBe(1);
});

test('the place is given back when the viewer leaves', async () => {
  await connected();
  whep.close();
  await world.clock.pass(10_000);
  expect(lost).toBe(0);
  expect(world.asked.filter((one) => one.startsWith('DELETE'))).toHaveLength(1);
});

test('a viewer who leaves while connecting is no failure of the network', async () => {
  const trouble = troubleOf(whep.connect());
  await settle();
  whep.close();
  await world.clock.pass(200);
  expect((await trouble)?.kind).toBe('blocked');
  expect(lost).toBe(0);
});

test('the delay is that of the frame itself, where its clock can be believed', () => {
  const report = (playout: number) =>
    whepFigures([
      { type: 'candidate-pair', nominated: true, bytesReceived: 7, currentRoundTripTime: 0.02 },
      {
        ...{ type: 'inbound-rtp', kind: 'video', framesDecoded: 10, totalDecodeTime: 0.05 },
        ...{ jitterBufferDelay: 0.6, jitterBufferEmittedCount: 10 },
        ...{ estimatedPlayoutTimestamp: playout, timestamp: 1_000_000 },
      },
    ]);
  expect(report(2_208_988_800_000 + 999_750).shown).toEqual({ at: 999_750, told: 1_000_000 });
  expect(whepDelay(report(999_750))).toBeCloseTo(0.25);
  expect(whepDelay(report(100))).toBeCloseTo(0.075);
  expect(whepDelay(whepFigures([]))).toBeNull();
});
