import { expect, test } from 'vitest';
import { FakeClock, settle } from '../../testing/fake-clock.js';
import { ChannelFeed, type EventStream } from './channel-feed.js';
import type { Channel } from './streaming.js';

class FakeStream implements EventStream {
  closed = false;
  private readonly listeners = new Map<string, (event: MessageEvent<string>) => void>();
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.listeners.set(type, listener);
  }
  close(): void {
    this.closed = true;
  }
  say(type: string, data?: unknown): void {
    this.listeners.get(type)?.({ data: JSON.stringify(data) } as MessageEvent<string>);
  }
  sayRaw(type: string, data: string): void {
    this.listeners.get(type)?.({ data } as MessageEvent<string>);
  }
}

const channel = (id: string, session = `s-${id}`): Channel => ({
  ...{ id, session, title: id, host: 'Ana', startedAt: '2026-11-20T10:00:00Z', viewers: 0 },
  ...{ hls: '', page: '', thumbnail: '' },
});

function bench() {
  const clock = new FakeClock();
  const streams: FakeStream[] = [];
  const seen: string[][] = [];
  const ended: string[] = [];
  const reachable: boolean[] = [];
  let polled: Channel[] | Error = [];
  const feed = new ChannelFeed({
    open: () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
    poll: () => (polled instanceof Error ? Promise.reject(polled) : Promise.resolve(polled)),
    later: (task, millis) => clock.later(task, millis),
    onChannels: (all) => seen.push(all.map(({ id }) => id)),
    onEnded: ({ session }) => ended.push(session),
    onReachable: (is) => reachable.push(is),
  });
  feed.start();
  const answer = (next: Channel[] | Error) => (polled = next);
  return { clock, streams, seen, ended, reachable, feed, answer };
}

test('keeps the list by events', () => {
  const { streams, seen, ended } = bench();
  streams[0]!.say('channels', [channel('a')]);
  streams[0]!.say('started', channel('b'));
  streams[0]!.say('changed', { ...channel('a'), viewers: 3 });
  streams[0]!.say('ended', { id: 'a', session: 's-a' });
  expect(seen).toEqual([['a'], ['a', 'b'], ['a', 'b'], ['b']]);
  expect(ended).toEqual(['s-a']);
});

test('the late end of an old program does not take the new one away', () => {
  const { streams, seen } = bench();
  streams[0]!.say('channels', [channel('a', 'second')]);
  streams[0]!.say('ended', { id: 'a', session: 'first' });
  expect(seen.at(-1)).toEqual(['a']);
});

test('polls while events fail, and stops when they are back', async () => {
  const { clock, streams, seen, answer } = bench();
  answer([channel('p')]);
  streams[0]!.say('error');
  await settle();
  expect(seen).toEqual([['p']]);
  expect(streams[0]!.closed).toBe(true);
  await clock.pass(1_000);
  expect(streams).toHaveLength(2);
  streams[1]!.say('channels', [channel('a')]);
  const count = seen.length;
  await clock.pass(60_000);
  expect(seen).toHaveLength(count);
});

test('what went while nobody listened is told as ended', async () => {
  const { clock, streams, ended } = bench();
  streams[0]!.say('channels', [channel('a'), channel('b')]);
  streams[0]!.say('error');
  await clock.pass(1_000);
  streams[1]!.say('channels', [channel('b')]);
  expect(ended).toContain('s-a');
});

test('tells that the server is away, and keeps trying', async () => {
  const { clock, streams, reachable, answer } = bench();
  answer(new Error('away'));
  streams[0]!.say('error');
  await settle();
  expect(reachable.at(-1)).toBe(false);
  await clock.pass(30_000);
  expect(streams.length).toBeGreaterThan(1);
});

test('survives nonsense', () => {
  const { streams, seen } = bench();
  streams[0]!.sayRaw('channels', '{');
  expect(seen).toEqual([]);
});
