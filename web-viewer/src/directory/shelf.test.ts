import type { ReactiveControllerHost } from 'lit';
import { expect, test } from 'vitest';
import type { Recording, RecordingsAsked } from '../shared/api/streaming.js';
import { PAGE, Shelf } from './shelf.js';

const host = { addController() {}, requestUpdate() {} } as unknown as ReactiveControllerHost;
const some = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => ({ id: `p${from + n}` }) as Recording);

/** A server that keeps every question until it is answered. */
class Station {
  readonly asked: RecordingsAsked[] = [];
  private readonly answers: ((list: readonly Recording[] | null) => void)[] = [];
  private readonly tasks: (() => void)[] = [];

  readonly parts = {
    ask: (asked: RecordingsAsked) => {
      this.asked.push(asked);
      return new Promise<readonly Recording[]>((resolve, reject) =>
        this.answers.push((list) => (list ? resolve(list) : reject(new Error('gone')))),
      );
    },
    later: (task: () => void) => void this.tasks.push(task),
  };

  async answer(list: readonly Recording[] | null, which = this.answers.length - 1): Promise<void> {
    this.answers[which]!(list);
    await new Promise((done) => setTimeout(done));
  }

  pass(): void {
    for (const task of this.tasks.splice(0)) task();
  }
}

const open = async (count: number) => {
  const station = new Station();
  const shelf = new Shelf(host, '', station.parts);
  shelf.hostConnected();
  await station.answer(some(count));
  return { station, shelf };
};

test('a full page may have another after it, which is asked for by its last id', async () => {
  const { station, shelf } = await open(PAGE);
  expect(shelf.more).toBe(true);
  void shelf.loadMore();
  expect(station.asked.at(-1)).toMatchObject({ before: `p${PAGE - 1}`, limit: PAGE });
  await station.answer(some(2, PAGE));
  expect([shelf.list?.length, shelf.more]).toEqual([PAGE + 2, false]);
});

test('a page whose beginning was removed meanwhile begins the list anew', async () => {
  const { station, shelf } = await open(PAGE);
  void shelf.loadMore();
  await station.answer(null);
  expect(station.asked.at(-1)?.before).toBe('');
  await station.answer(some(3));
  expect(shelf.list?.length).toBe(3);
});

test('room, words and order are asked for together', async () => {
  const { station, shelf } = await open(1);
  shelf.of('r1');
  shelf.sort('longest');
  shelf.look('  bridge ');
  station.pass();
  expect(station.asked.at(-1)).toMatchObject({ channel: 'r1', sort: 'longest', q: 'bridge' });
});

test('while one types only the last word is asked for', async () => {
  const { station, shelf } = await open(1);
  shelf.look('b');
  shelf.look('br');
  station.pass();
  expect(station.asked.map(({ q }) => q)).toEqual(['', 'br']);
});

test('an answer that was overtaken changes nothing', async () => {
  const { station, shelf } = await open(1);
  shelf.sort('longest');
  shelf.sort('newest');
  await station.answer(some(2), 2);
  await station.answer(some(9), 1);
  expect([shelf.list?.length, shelf.loading]).toEqual([2, false]);
});

test('a server that does not answer leaves what is shown', async () => {
  const { station, shelf } = await open(5);
  void shelf.load();
  await station.answer(null);
  expect(shelf.list?.length).toBe(5);
  const full = await open(PAGE);
  void full.shelf.loadMore();
  await full.station.answer(some(PAGE, PAGE));
  void full.shelf.load();
  await full.station.answer(null);
  expect([full.shelf.list?.length, full.shelf.more]).toEqual([2 * PAGE, true]);
});

test('what ends while one looks takes its place, and the pages shown stay', async () => {
  const { station, shelf } = await open(PAGE);
  void shelf.loadMore();
  await station.answer(some(PAGE, PAGE));
  void shelf.refresh();
  await station.answer([...some(1, 1_000), ...some(PAGE - 1)]);
  expect(shelf.list?.slice(0, 2).map(({ id }) => id)).toEqual(['p1000', 'p0']);
  expect(shelf.list?.map(({ id }) => id).at(-1)).toBe(`p${2 * PAGE - 1}`);
  expect([shelf.list?.length, shelf.more]).toEqual([2 * PAGE + 1, true]);
  void shelf.refresh();
  await station.answer(null);
  expect([shelf.list?.length, shelf.more, shelf.loading]).toEqual([2 * PAGE + 1, true, false]);
});
