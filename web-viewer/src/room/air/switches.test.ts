import { expect, test } from 'vitest';
import { problem, ProblemError } from '../../shared/api/problem.js';
import { FakeClock, settle } from '../../testing/fake-clock.js';
import { LayerSwitches, type SwitchChange, type Switches } from './switches.js';

const OFF: Switches = {
  ...{ session: 's1', names: false, clock: false, logo: '', picture: '' },
  titles: {},
};

/** A station that keeps what it is told, and a browser that keeps what it is given. */
class World {
  readonly clock = new FakeClock();
  readonly kept = new Map<string, string>();
  readonly asked: (SwitchChange | Blob | undefined)[] = [];
  readonly troubles: unknown[] = [];
  station: Switches | number = OFF;

  open(): LayerSwitches {
    const store = {
      getItem: (key: string) => this.kept.get(key) ?? null,
      setItem: (key: string, value: string) => this.kept.set(key, value),
    } as unknown as Storage;
    return new LayerSwitches(
      'r1',
      async (change) => {
        this.asked.push(change);
        if (typeof this.station === 'number') {
          throw new ProblemError(problem('refused', this.station));
        }
        if (change instanceof Blob) this.station = { ...this.station, picture: 'logo-0123abcd.png' };
        else if (change) this.station = { ...this.station, ...change } as Switches;
        return this.station;
      },
      () => undefined,
      (error) => this.troubles.push(error),
      this.clock,
      () => store,
    );
  }
}

test('a program that begins just now is looked for until the station knows it', async () => {
  const world = new World();
  world.station = 404;
  const switches = world.open();
  switches.follow('s1');
  await settle();
  expect(switches.now).toBeNull();
  world.station = OFF;
  await world.clock.pass(1_000);
  expect(switches.now).toEqual(OFF);
  await world.clock.pass(10_000);
  expect(world.asked).toHaveLength(2);
});

test('a switch stands as the server has it, and a refusal is said', async () => {
  const world = new World();
  const switches = world.open();
  switches.follow('s1');
  await settle();
  await switches.change({ clock: true });
  expect(switches.now?.clock).toBe(true);
  world.station = 507;
  await switches.change({ clock: false });
  expect(switches.now?.clock).toBe(true);
  expect(world.troubles).toHaveLength(1);
});

test('titles and the mark are remembered for the next program of the room', async () => {
  const world = new World();
  const first = world.open();
  first.follow('s1');
  await settle();
  await first.change({ titles: { Ana: 'Physics', Ben: 'Chemistry' } });
  await first.change({ titles: { Ben: '' }, logo: 'Town' });
  world.station = { ...OFF, session: 's2' };
  const next = world.open();
  next.follow('s2');
  await settle();
  expect(next.titleOf('Ana')).toBe('Physics');
  expect(next.titleOf('Ben')).toBe('');
  expect(next.remembered.logo).toBe('Town');
  await next.showNames(['Ana', 'Eve']);
  expect(world.asked.at(-1)).toEqual({ names: true, titles: { Ana: 'Physics' } });
});

test('a picture becomes the mark as the station has it', async () => {
  const world = new World();
  const switches = world.open();
  switches.follow('s1');
  await settle();
  await switches.show(new Blob(['png'], { type: 'image/png' }));
  expect(switches.now?.picture).toBe('logo-0123abcd.png');
  expect(world.kept.size).toBe(0);
});

test('what is not ours in the store does no harm', () => {
  const world = new World();
  world.kept.set('rostrum.layer.r1', '{"titles":7');
  expect(world.open().titleOf('Ana')).toBe('');
});

test('what comes for a program that is over is left aside', async () => {
  const world = new World();
  const switches = world.open();
  switches.follow('s1');
  switches.follow(null);
  await settle();
  expect(switches.now).toBeNull();
});
