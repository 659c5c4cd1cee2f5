import type { ReactiveController } from 'lit';
import { expect, test } from 'vitest';
import { problem, ProblemError } from '../shared/api/problem.js';
import type { Channel, Recording } from '../shared/api/streaming.js';
import { FakeClock, settle } from '../testing/fake-clock.js';
import type { Address } from './program.js';
import { Tuner } from './tuner.js';

const LISTED = { id: 'r1', session: 's1', hls: '/live/r1/master.m3u8' } as Channel;

/** Its right ends after a day, so that a page that stays open has something to ask. */
const RIGHT = `h.${btoa(JSON.stringify({ exp: 24 * 3_600 }))}.s`.replace(/=/g, '');
const RECORDING = { hls: `/recordings/s1/~${RIGHT}/master.m3u8` } as Recording;

/** A page with a tuner on it, and the station that it hears; both are the test's. */
class Page {
  readonly clock = new FakeClock();
  readonly asked: string[] = [];
  readonly told: string[] = [];
  feeds = 0;
  renders = 0;
  private tell: (onAir: readonly Channel[]) => void = () => undefined;
  private controller!: ReactiveController;
  readonly tuner: Tuner;

  constructor(address: Address) {
    const host = {
      addController: (controller: ReactiveController) => (this.controller = controller),
      removeController: () => undefined,
      requestUpdate: () => (this.renders += 1),
      updateComplete: Promise.resolve(true),
    };
    const parts = {
      clock: this.clock,
      feed: (onChannels: (onAir: readonly Channel[]) => void) => {
        this.feeds += 1;
        this.tell = onChannels;
        return { stop: () => (this.feeds -= 1) };
      },
      channel: async (right: string) => this.private<Channel>('channel', right, LISTED),
      recording: async (right: string) =>
        this.private<Recording>('recording', right, RECORDING),
      renew: async (right: string) => right,
    };
    this.tuner = new Tuner(
      host,
      address,
      parts,
      (program, before) => this.told.push(`${before.kind} ${program.kind}`),
      0.5,
    );
  }

  private private<T>(what: string, right: string, found: T): T {
    this.asked.push(`${what} ${right}`.trim());
    if (right !== 'good') throw new ProblemError(problem('private', 403));
    return found;
  }

  async onPage(): Promise<this> {
    this.controller.hostConnected?.();
    await settle();
    return this;
  }

  leaves(): void {
    this.controller.hostDisconnected?.();
  }

  hears(...onAir: Channel[]): void {
    this.tell(onAir);
  }
}

const channelPage = () => new Page({ kind: 'channel', id: 'r1' }).onPage();
const recordingPage = () => new Page({ kind: 'recording', id: 's1' }).onPage();

test('a channel is followed by the list: its page renders what comes and tells what was before', async () => {
  const page = await channelPage();
  expect(page.tuner.program.kind).toBe('loading');
  page.hears(LISTED);
  expect(page.tuner.program).toEqual({ kind: 'live', channel: LISTED });
  expect(page.told).toEqual(['loading live']);
  expect(page.renders).toBe(1);
  await page.clock.pass(60_000);
  expect(page.asked).toEqual([]);
});

test('a channel in no list is asked for every four seconds, and opens to a right', async () => {
  const page = await channelPage();
  await page.clock.pass(12_000);
  expect(page.asked).toEqual(['channel', 'channel', 'channel']);
  expect(page.tuner.program.kind).toBe('locked');
  page.tuner.open('good');
  await settle();
  expect(page.tuner.program.kind).toBe('live');
  expect(page.told.at(-1)).toBe('locked live');
});

test('a recording is loaded without a list, and opens to a right', async () => {
  const page = await recordingPage();
  expect(page.tuner.program.kind).toBe('locked');
  page.tuner.open('good');
  await settle();
  expect(page.tuner.program.kind).toBe('recording');
  expect(page.told).toEqual(['loading locked', 'locked recording']);
  expect(page.asked).toEqual(['recording', 'recording good']);
  expect(page.feeds).toBe(0);
});

test.each([
  ['channel', channelPage],
  ['recording', recordingPage],
] as const)('a page of a %s that was left asks nothing more', async (_, open) => {
  const page = await open();
  page.tuner.open('good');
  await settle();
  page.leaves();
  const asked = page.asked.length;
  await page.clock.pass(48 * 3_600_000);
  expect(page.asked).toHaveLength(asked);
  expect(page.feeds).toBe(0);
});
