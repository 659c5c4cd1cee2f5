import { expect, test } from 'vitest';
import { FakeClock } from '../../testing/fake-clock.js';
import { GoingOnAir, type Allowed } from './going.js';
import type { Program } from './program.js';

const townHall: Program = { title: 'Town hall', visibility: 'public' };

function bench({ remembered = null as Program | null } = {}) {
  const clock = new FakeClock();
  const world = { allowed: 'ready' as Allowed, remembered, broken: 0 };
  const begun: Program[] = [];
  const shown: string[] = [];
  const going: GoingOnAir = new GoingOnAir({
    clock,
    allowed: () => world.allowed,
    remembered: () => world.remembered,
    remember: (program) => (world.remembered = program),
    goOnAir: (program) => begun.push(program),
    onBroken: () => (world.broken += 1),
    onChange: () => {
      const { standing } = going;
      shown.push(standing.kind === 'counting' ? String(standing.left) : standing.kind);
    },
  });
  const becomes = (allowed: Allowed) => {
    world.allowed = allowed;
    going.follow();
  };
  return { clock, world, begun, shown, going, becomes };
}

test('the first time opens the sheet, and nothing runs by itself', async () => {
  const { clock, begun, going } = bench();
  going.press();
  await clock.pass(60_000);
  expect(going.standing.kind).toBe('sheet');
  expect(begun).toEqual([]);
});

test('the sheet counts from three, then goes on air once, and is remembered', async () => {
  const { clock, world, begun, shown, going } = bench();
  going.press();
  going.start(townHall);
  await clock.pass(2_999);
  expect(begun).toEqual([]);
  await clock.pass(1);
  expect(begun).toEqual([townHall]);
  expect(shown).toEqual(['sheet', '3', '2', '1', 'idle']);
  expect(world.remembered).toEqual(townHall);
  await clock.pass(60_000);
  expect(begun).toHaveLength(1);
});

test('the second time is one press', async () => {
  const { clock, begun, going } = bench({ remembered: townHall });
  going.press();
  expect(going.standing).toEqual({ kind: 'counting', left: 3, program: townHall });
  await clock.pass(3_000);
  expect(begun).toEqual([townHall]);
});

test.each([0, 500, 1_000, 2_999])('called back after %d ms, nothing goes on air', async (after) => {
  const { clock, begun, going } = bench({ remembered: townHall });
  going.press();
  await clock.pass(after);
  going.callBack();
  await clock.pass(60_000);
  expect(begun).toEqual([]);
  expect(going.standing.kind).toBe('idle');
});

test('a second press calls back; it starts nothing', async () => {
  const { clock, begun, going } = bench({ remembered: townHall });
  going.press();
  await clock.pass(1_500);
  going.press();
  await clock.pass(60_000);
  expect([begun, going.standing.kind]).toEqual([[], 'idle']);
});

test('a press while the sheet is open leaves it as it is', async () => {
  const { clock, begun, going } = bench();
  going.press();
  going.press();
  await clock.pass(60_000);
  expect([begun, going.standing.kind]).toEqual([[], 'sheet']);
});

test('the sheet starts one countdown, however often it is pressed', async () => {
  const { clock, begun, going } = bench();
  going.press();
  going.start(townHall);
  await clock.pass(1_000);
  going.start(townHall);
  await clock.pass(60_000);
  expect(begun).toHaveLength(1);
});

test('a connection lost in the countdown ends it, also when it is back in time', async () => {
  const { clock, world, begun, going, becomes } = bench({ remembered: townHall });
  going.press();
  await clock.pass(1_000);
  becomes('away');
  becomes('ready');
  await clock.pass(60_000);
  expect([begun, world.broken, going.standing.kind]).toEqual([[], 1, 'idle']);
});

test('a connection that is gone at zero, untold, starts nothing', async () => {
  const { clock, world, begun, going } = bench({ remembered: townHall });
  going.press();
  world.allowed = 'away';
  await clock.pass(60_000);
  expect(begun).toEqual([]);
});

test('what another device of the host started ends the countdown and the sheet', async () => {
  const { clock, world, begun, going, becomes } = bench({ remembered: townHall });
  going.press();
  becomes('taken');
  await clock.pass(60_000);
  expect([begun, world.broken]).toEqual([[], 0]);
  becomes('ready');
  going.open();
  becomes('taken');
  expect(going.standing.kind).toBe('idle');
});

test('the sheet outlives a lost connection, and does not start without one', async () => {
  const { clock, begun, going, becomes } = bench();
  going.press();
  becomes('away');
  going.start(townHall);
  await clock.pass(60_000);
  expect([begun, going.standing.kind]).toEqual([[], 'sheet']);
  becomes('ready');
  going.start(townHall);
  await clock.pass(3_000);
  expect(begun).toHaveLength(1);
});

test.each(['away', 'taken'] as const)('a press while %s does nothing', async (allowed) => {
  const { clock, world, begun, going } = bench({ remembered: townHall });
  world.allowed = allowed;
  going.press();
  world.allowed = 'ready';
  await clock.pass(60_000);
  expect([begun, going.standing.kind]).toEqual([[], 'idle']);
});

test('to change what was entered stops the countdown', async () => {
  const { clock, begun, going } = bench({ remembered: townHall });
  going.press();
  going.open();
  await clock.pass(60_000);
  expect([begun, going.standing.kind]).toEqual([[], 'sheet']);
});

test('a countdown that the machine slept through starts nothing when it wakes', async () => {
  const { clock, world, begun, going } = bench({ remembered: townHall });
  going.press();
  await clock.pass(1_500);
  await clock.sleep(3_600_000);
  await clock.pass(60_000);
  expect([begun, world.broken, going.standing.kind]).toEqual([[], 1, 'idle']);
});

test('a busy browser counts late, and goes on air all the same', async () => {
  const { clock, begun, going } = bench({ remembered: townHall });
  going.press();
  await clock.sleep(4_000);
  await clock.pass(60_000);
  expect(begun).toEqual([townHall]);
});
