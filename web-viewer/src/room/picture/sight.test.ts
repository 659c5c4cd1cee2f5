import { beforeEach, expect, test } from 'vitest';
import type { Request } from '../../shared/signal/messages.js';
import { FakeClock } from '../../testing/fake-clock.js';
import { outside, type SessionState } from '../session-state.js';
import { Sight } from './sight.js';

let state: SessionState;
let asked: Request[];
let refused: boolean;
const clock = new FakeClock();

const session = {
  get state() {
    return state;
  },
  async request(request: Request): Promise<void> {
    asked.push(request);
    if (refused) throw new Error('refused');
  },
};

beforeEach(() => {
  state = { ...outside, phase: { kind: 'inside' } };
  asked = [];
  refused = false;
});

test('what runs by while somebody scrolls is told once, and not again while it is the same', async () => {
  const sight = new Sight(session, clock);
  sight.show(['p3', 'p2']);
  sight.show(['p2', 'p4']);
  await clock.pass(1_000);
  expect(asked).toEqual([{ type: 'stills', of: ['p2', 'p4'] }]);
  sight.show(['p4', 'p2']);
  sight.follow();
  await clock.pass(10_000);
  expect(asked).toHaveLength(1);
});

test('who looks at nothing any more says so', async () => {
  const sight = new Sight(session, clock);
  sight.show(['p2']);
  await clock.pass(1_000);
  sight.show([]);
  await clock.pass(1_000);
  expect(asked.at(-1)).toEqual({ type: 'stills', of: [] });
});

test('no more than the server takes are asked for', async () => {
  const sight = new Sight(session, clock);
  sight.show(Array.from({ length: 90 }, (_, n) => `p${n}`));
  await clock.pass(1_000);
  expect((asked[0] as Extract<Request, { type: 'stills' }>).of).toHaveLength(32);
});

test('a new connection is told once more, and none while there is none', async () => {
  const sight = new Sight(session, clock);
  sight.show(['p2']);
  await clock.pass(1_000);
  state = { ...outside, phase: { kind: 'reconnecting', at: null, why: 'broken' } };
  sight.follow();
  sight.show(['p2', 'p3']);
  await clock.pass(1_000);
  expect(asked).toHaveLength(1);
  state = { ...outside, phase: { kind: 'inside' } };
  sight.follow();
  await clock.pass(1_000);
  expect(asked.at(-1)).toEqual({ type: 'stills', of: ['p2', 'p3'] });
});

test('a refusal says nothing to anybody: the list shows initials', async () => {
  refused = true;
  const sight = new Sight(session, clock);
  sight.show(['p2']);
  await clock.pass(1_000);
  expect(asked).toHaveLength(1);
});
