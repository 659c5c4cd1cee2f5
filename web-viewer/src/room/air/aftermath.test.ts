import { expect, test } from 'vitest';
import type { OwnRecording } from '../../shared/api/streaming.js';
import type { Broadcast } from '../../shared/signal/messages.js';
import { FakeClock, settle } from '../../testing/fake-clock.js';
import { Aftermath } from './aftermath.js';

const broadcast = (state: Broadcast['state'], session: string | null = null): Broadcast => ({
  ...{ state, session, title: null, since: null, page: null },
  ...{ picture: null, card: null, detail: null, warning: null },
});

function bench() {
  const clock = new FakeClock();
  const there = new Set<string>();
  const asked: string[] = [];
  const aftermath = new Aftermath({
    clock,
    recording: async (id) => {
      asked.push(id);
      if (!there.has(id)) throw new Error('not yet');
      return { id } as OwnRecording;
    },
    onChange: () => undefined,
  });
  const run = (...states: Broadcast[]) => states.forEach((one) => aftermath.follow(one));
  const program = (id: string) =>
    run(broadcast('starting'), broadcast('on', id), broadcast('stopping', id), broadcast('off'));
  return { clock, there, asked, aftermath, run, program };
}

test('a room that was off all the time has no recording to tell of', async () => {
  const { asked, aftermath, run } = bench();
  run(broadcast('off'), broadcast('starting'), broadcast('off'));
  await settle();
  expect([aftermath.ended, asked]).toEqual([null, []]);
});

test('the recording is told of as soon as it is there, and not asked for again', async () => {
  const { clock, there, asked, aftermath, program } = bench();
  program('s1');
  await clock.pass(2_500);
  expect(aftermath.ended).toEqual({ program: 's1', recording: null, late: false });
  there.add('s1');
  await clock.pass(1_000);
  expect(aftermath.ended?.recording?.id).toBe('s1');
  const before = asked.length;
  await clock.pass(60_000);
  expect(asked).toHaveLength(before);
});

test('one that takes long is late, and still found', async () => {
  const { clock, there, aftermath, program } = bench();
  program('s1');
  await clock.pass(31_000);
  expect(aftermath.ended?.late).toBe(true);
  there.add('s1');
  await clock.pass(5_000);
  expect(aftermath.ended).toMatchObject({ late: false, recording: { id: 's1' } });
});

test('one that never comes is not asked for without end', async () => {
  const { clock, asked, program } = bench();
  program('s1');
  await clock.pass(700_000);
  const before = asked.length;
  await clock.pass(700_000);
  expect(asked).toHaveLength(before);
});

test('the next program takes the card of the last away, late answers too', async () => {
  const { clock, there, aftermath, program, run } = bench();
  program('s1');
  await clock.pass(500);
  run(broadcast('starting'));
  there.add('s1');
  await clock.pass(10_000);
  expect(aftermath.ended).toBeNull();
  run(broadcast('on', 's2'), broadcast('interrupted', 's2'), broadcast('off'));
  await settle();
  expect(aftermath.ended?.program).toBe('s2');
});

test('dismissed is dismissed', async () => {
  const { clock, there, aftermath, program } = bench();
  program('s1');
  await clock.pass(500);
  aftermath.dismiss();
  there.add('s1');
  await clock.pass(60_000);
  expect(aftermath.ended).toBeNull();
});
