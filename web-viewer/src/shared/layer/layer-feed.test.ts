import { expect, test } from 'vitest';
import { FakeClock, settle } from '../../testing/fake-clock.js';
import type { LayerEvent } from './layer.js';
import { LayerFeed } from './layer-feed.js';

/** A server that answers when the test says so. */
class Server {
  readonly clock = new FakeClock();
  readonly asked: string[] = [];
  readonly heard: (readonly LayerEvent[])[] = [];
  private answer: (response: Response) => void = () => undefined;
  readonly feed = new LayerFeed(
    'https://tv/layer.json',
    (events) => this.heard.push(events),
    this.clock,
    (url) => {
      this.asked.push(url);
      return new Promise((resolve) => (this.answer = resolve));
    },
  );

  async says(body: unknown, status = 200): Promise<void> {
    this.answer(new Response(JSON.stringify(body), { status }));
    await settle();
    await settle();
  }
}

const clock = (at: number, on: boolean): LayerEvent => ({ at, show: 'clock', on });
const told = (revision: string, whole: boolean, ...events: LayerEvent[]) => ({
  revision,
  whole,
  over: false,
  events,
});

test('what comes is added to what is known', async () => {
  const server = new Server();
  await server.says(told('a-1', true, clock(1, true)));
  await server.clock.pass(100);
  expect(server.asked).toEqual(['https://tv/layer.json', 'https://tv/layer.json?after=a-1']);
  await server.says(told('a-2', false, clock(2, false)));
  expect(server.heard.at(-1)).toEqual([clock(1, true), clock(2, false)]);
});

test('after a restart of the server all is told anew', async () => {
  const server = new Server();
  await server.says(told('a-1', true, clock(1, true)));
  await server.clock.pass(100);
  await server.says(told('b-1', true, clock(5, true)));
  expect(server.heard.at(-1)).toEqual([clock(5, true)]);
});

test('a server that says nothing new at once is not asked without a pause', async () => {
  const server = new Server();
  await server.says(told('a-0', true));
  await server.clock.pass(1_900);
  expect(server.asked).toHaveLength(1);
  await server.clock.pass(100);
  expect(server.asked).toHaveLength(2);
});

test('one that is away is asked again, less and less often, and what is known stays', async () => {
  const server = new Server();
  await server.says(told('a-1', true, clock(1, true)));
  await server.clock.pass(100);
  for (const wait of [1_000, 2_000, 5_000, 10_000, 20_000, 20_000]) {
    await server.says({ type: 'starting' }, 503);
    const before = server.asked.length;
    await server.clock.pass(wait - 1);
    expect(server.asked).toHaveLength(before);
    await server.clock.pass(1);
    expect(server.asked).toHaveLength(before + 1);
  }
  await server.says('nonsense');
  expect(server.heard).toHaveLength(1);
});

test.each([
  ['it is over', { ...told('a-1', true, clock(1, true)), over: true }, 200],
  ['there is no such program', {}, 404],
])('nothing is asked once %s', async (_, body, status) => {
  const server = new Server();
  await server.says(body, status);
  await server.clock.pass(100_000);
  expect(server.asked).toHaveLength(1);
});

test('who has left asks no more', async () => {
  const server = new Server();
  server.feed.stop();
  await server.says(told('a-1', true, clock(1, true)));
  await server.clock.pass(100_000);
  expect(server.asked).toHaveLength(1);
  expect(server.heard).toEqual([]);
});
