import { expect, test } from 'vitest';
import { FakeClock, settle } from '../testing/fake-clock.js';
import { OnAirRooms } from './on-air.js';

function bench() {
  const clock = new FakeClock();
  const onAir = new Map<string, string | null>();
  const asked: string[] = [];
  const world = { seen: true, changes: 0 };
  const rooms = new OnAirRooms({
    clock,
    ask: async (room) => {
      asked.push(room);
      if (room === 'gone') throw new Error('unknown-room');
      return { onAir: onAir.has(room), watch: onAir.get(room) ?? null };
    },
    seen: () => world.seen,
    onChange: () => (world.changes += 1),
  });
  return { clock, onAir, asked, world, rooms };
}

test('a room that is on air is found at once, and its end too', async () => {
  const { clock, onAir, world, rooms } = bench();
  onAir.set('r1', 'http://tv/watch/r1');
  rooms.watch(['r1', 'r2', 'gone']);
  await settle();
  expect([rooms.isOnAir('r1'), rooms.isOnAir('r2'), rooms.isOnAir('gone')]).toEqual([true, false, false]);
  expect(rooms.page('r1')).toBe('http://tv/watch/r1');
  onAir.clear();
  await clock.pass(10_000);
  expect([rooms.isOnAir('r1'), world.changes]).toEqual([false, 2]);
});

test('nothing is asked while nobody looks, and nothing drawn while nothing changes', async () => {
  const { clock, asked, world, rooms } = bench();
  rooms.watch(['r1']);
  await settle();
  world.seen = false;
  await clock.pass(60_000);
  expect([asked.length, world.changes]).toEqual([1, 0]);
  world.seen = true;
  await clock.pass(10_000);
  expect(asked).toHaveLength(2);
});

test('a page without rooms asks nothing, and one that is left asks no more', async () => {
  const { clock, asked, rooms } = bench();
  rooms.watch([]);
  await clock.pass(60_000);
  expect(asked).toEqual([]);
  rooms.watch(['r1']);
  rooms.stop();
  await clock.pass(60_000);
  expect(asked).toEqual(['r1']);
});
