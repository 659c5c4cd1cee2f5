import { expect, test } from 'vitest';
import type { ChatLine } from '../../shared/signal/messages.js';
import { settle } from '../../testing/fake-clock.js';
import { aRoom } from '../../testing/fake-socket.js';
import { SessionBench } from '../../testing/session-bench.js';

const line = (number: number): ChatLine => ({
  ...{ number, from: 'p2', text: `text ${number}`, name: 'Ana', host: false },
  at: '2026-11-30T10:00:00Z',
});
const chat = (...numbers: number[]) => ({ type: 'chat', messages: numbers.map(line) }) as const;

const asked = (bench: SessionBench) => bench.socket.sent.filter(({ type }) => type === 'recall');
const known = (bench: SessionBench) => bench.session.state.chat.lines.map(({ number }) => number);

async function recalled(bench: SessionBench, ...numbers: number[]): Promise<void> {
  if (numbers.length > 0) bench.socket.say(chat(...numbers));
  bench.socket.say({ type: 'done', ref: asked(bench).at(-1)!['ref'] as string });
  await settle();
}

test('who comes in asks for what was written before, and that is no news', async () => {
  const bench = await new SessionBench().joined();
  expect(asked(bench)).toMatchObject([{ after: 0 }]);
  bench.socket.say(chat(3));
  await recalled(bench, 1, 2, 3);
  expect(known(bench)).toEqual([1, 2, 3]);
  expect(bench.session.state.chat.before).toBe(3);
});

test('after a break only the rest is asked for', async () => {
  const bench = await new SessionBench().joined();
  await recalled(bench, 1, 2);
  bench.socket.snap();
  await bench.clock.pass(1_500);
  await bench.welcome();
  expect(asked(bench)).toMatchObject([{ after: 2 }]);
  await recalled(bench, 3);
  expect(known(bench)).toEqual([1, 2, 3]);
  expect(bench.session.state.chat.before).toBe(2);
});

test('another seat is another stay: nothing of the chat before belongs to it', async () => {
  const bench = await new SessionBench().joined();
  await recalled(bench, 1, 2);
  bench.socket.snap();
  await bench.clock.pass(1_500);
  await bench.welcome('p7');
  expect(asked(bench)).toMatchObject([{ after: 0 }]);
  expect(known(bench)).toEqual([]);
});

test('what the host takes back is gone here too', async () => {
  const bench = await new SessionBench().joined();
  await recalled(bench, 1, 2);
  bench.socket.say({ type: 'erased', through: null, messages: [1] });
  expect(known(bench)).toEqual([2]);
});

test('a sign is shown for a while', async () => {
  const bench = await new SessionBench().joined();
  bench.socket.say({ type: 'reactions', people: [{ participant: 'p2', reaction: 'clap' }] });
  await bench.clock.pass(2_000);
  bench.socket.say({ type: 'reactions', people: [{ participant: 'p2', reaction: 'heart' }] });
  expect(bench.session.state.signs.map(({ reaction }) => reaction)).toEqual(['clap', 'heart']);
  await bench.clock.pass(2_000);
  expect(bench.session.state.signs.map(({ reaction }) => reaction)).toEqual(['heart']);
  await bench.clock.pass(2_000);
  expect(bench.session.state.signs).toEqual([]);
});

test('who is called otherwise is so after a break too', async () => {
  const bench = await new SessionBench().joined();
  const renamed = bench.session.rename('Robin Hood');
  bench.socket.say({ type: 'done', ref: bench.socket.sent.at(-1)!['ref'] as string });
  await renamed;
  bench.socket.snap();
  await bench.clock.pass(1_500);
  await settle();
  bench.socket.open();
  await settle();
  expect(bench.socket.sent[0]).toMatchObject({ type: 'join', name: 'Robin Hood' });
  expect(aRoom().chat).toEqual({ open: true, kept: true });
});
