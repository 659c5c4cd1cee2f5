import { beforeEach, expect, test } from 'vitest';
import { FakeClock, settle } from '../../testing/fake-clock.js';
import { LivePlayback, type LiveMakers, type Wish } from './live.js';
import type { Playback, PlaybackListener } from './playback.js';
import { WhepError, type Whep, type WhepTrouble } from './whep.js';

class FakeScreen implements Playback {
  readonly delay = 1;
  readonly shownAt = null;
  readonly toEdge = null;
  atEdge = true;
  state = 'new';

  constructor(
    readonly name: string,
    readonly listener: PlaybackListener,
  ) {}

  start(): Promise<void> {
    this.state = 'playing';
    return Promise.resolve();
  }

  close(): void {
    this.state = 'closed';
  }

  goLive(): void {
    this.atEdge = true;
  }
}

class FakeAttempt {
  closed = false;
  succeed!: () => void;
  private reject!: (error: WhepError) => void;
  private readonly outcome = new Promise<void>((done, fail) => {
    this.succeed = done;
    this.reject = fail;
  });

  constructor(readonly lose: () => void) {}

  connect(): Promise<void> {
    return this.outcome;
  }

  fail(trouble: WhepTrouble): void {
    this.reject(new WhepError(trouble));
  }

  close(): void {
    this.closed = true;
  }
}

let clock: FakeClock;
let screens: FakeScreen[];
let attempts: FakeAttempt[];
let told: string[];
let reachable: boolean;

beforeEach(() => {
  clock = new FakeClock();
  [screens, attempts, told, reachable] = [[], [], [], false];
});

function screen(name: string, listener: PlaybackListener): FakeScreen {
  const made = new FakeScreen(name, listener);
  screens.push(made);
  return made;
}

function live(wish: Wish): LivePlayback {
  const makers: LiveMakers = {
    clock,
    whep: (onLost) => {
      const attempt = new FakeAttempt(onLost);
      attempts.push(attempt);
      return attempt as unknown as Whep;
    },
    show: (_, listener) => screen('whep', listener),
    hls: (listener) => screen('hls', listener),
    reachable: () => Promise.resolve(reachable),
  };
  const playback = new LivePlayback(wish, makers, {
    onWay: (way, why) => told.push(why ? `${way} (${why})` : way),
  });
  void playback.start();
  return playback;
}

const newest = () => attempts.at(-1) as FakeAttempt;

async function happens(what: () => void): Promise<void> {
  what();
  await settle();
}

test('smooth is HLS alone', async () => {
  live('smooth');
  await clock.pass(100_000);
  expect(told).toEqual(['hls']);
  expect(attempts).toHaveLength(0);
});

test('live talk plays by WHEP once it has pictures', async () => {
  live('low');
  expect(screens).toHaveLength(0);
  await happens(() => newest().succeed());
  expect(told).toEqual(['whep']);
});

test('HLS has something to show where WHEP takes its time, and gives way to it', async () => {
  live('low');
  await clock.pass(400);
  expect(told).toEqual([]);
  await clock.pass(100);
  expect(told).toEqual(['hls']);
  await happens(() => newest().succeed());
  expect(told).toEqual(['hls', 'whep']);
  expect(screens[0]?.state).toBe('closed');
});

test('HLS that has begun already tells why it stays', async () => {
  live('low');
  await clock.pass(500);
  await happens(() => newest().fail({ kind: 'blocked' }));
  expect(told).toEqual(['hls', 'hls (blocked)']);
  expect(screens).toHaveLength(1);
});

test('where UDP is blocked HLS plays at once, and WHEP is tried again later and later', async () => {
  live('low');
  await happens(() => newest().fail({ kind: 'blocked' }));
  expect(told).toEqual(['hls (blocked)']);
  await clock.pass(20_000);
  expect(attempts).toHaveLength(2);
  await happens(() => newest().fail({ kind: 'blocked' }));
  await clock.pass(59_000);
  expect(attempts).toHaveLength(2);
  await clock.pass(1_000);
  expect(attempts).toHaveLength(3);
  await happens(() => newest().succeed());
  expect(told).toEqual(['hls (blocked)', 'whep']);
  expect(screens.map(({ name, state }) => `${name} ${state}`)).toEqual(['hls closed', 'whep playing']);
});

test.each(['full', 'crowd'] as const)('for a %s it is asked again when it said so', async (kind) => {
  live('low');
  await happens(() => newest().fail({ kind, again: 12_000 }));
  expect(told).toEqual([`hls (${kind})`]);
  await clock.pass(12_000);
  expect(attempts).toHaveLength(2);
});

test('what cannot be met is not asked for again', async () => {
  const playback = live('low');
  await happens(() => newest().fail({ kind: 'unable' }));
  playback.goLive();
  await clock.pass(1_000_000);
  expect(told).toEqual(['hls (unable)']);
  expect(attempts).toHaveLength(1);
});

test('a path that breaks while one watches gives way to HLS', async () => {
  live('low');
  await happens(() => newest().succeed());
  await happens(() => newest().lose());
  expect(told).toEqual(['whep', 'hls (blocked)']);
  await clock.pass(20_000);
  expect(attempts).toHaveLength(2);
});

test('who has wound back is not torn to the edge by a path that came back', async () => {
  live('low');
  await happens(() => newest().fail({ kind: 'blocked' }));
  (screens[0] as FakeScreen).atEdge = false;
  await clock.pass(25_000);
  expect(attempts).toHaveLength(1);
  (screens[0] as FakeScreen).atEdge = true;
  await clock.pass(20_000);
  (screens[0] as FakeScreen).atEdge = false;
  await happens(() => newest().succeed());
  expect(newest().closed).toBe(true);
  expect(told).toEqual(['hls (blocked)']);
});

test('winding back leaves WHEP; going live returns to it', async () => {
  const playback = live('low');
  await happens(() => newest().succeed());
  await playback.leaveEdge();
  expect(told).toEqual(['whep', 'hls']);
  await clock.pass(1_000_000);
  expect(attempts).toHaveLength(1);
  playback.goLive();
  await happens(() => newest().succeed());
  expect(told).toEqual(['whep', 'hls', 'whep']);
});

test('HLS that stays broken is helped out by WHEP, and comes back when it can', async () => {
  live('smooth');
  const hls = screens[0] as FakeScreen;
  hls.listener.onTrouble?.(true);
  await clock.pass(4_000);
  await happens(() => newest().succeed());
  expect(told).toEqual(['hls', 'whep (broken)']);
  await clock.pass(15_000);
  expect(told).toHaveLength(2);
  reachable = true;
  await clock.pass(15_000);
  expect(told).toEqual(['hls', 'whep (broken)', 'hls']);
});

test('HLS that mends itself in time stays', async () => {
  live('smooth');
  const hls = screens[0] as FakeScreen;
  hls.listener.onTrouble?.(true);
  await clock.pass(3_000);
  hls.listener.onTrouble?.(false);
  await clock.pass(10_000);
  expect(attempts).toHaveLength(0);
});

test('HLS that comes back before WHEP could help keeps the picture', async () => {
  live('smooth');
  const hls = screens[0] as FakeScreen;
  hls.listener.onTrouble?.(true);
  await clock.pass(4_000);
  hls.listener.onTrouble?.(false);
  expect(newest().closed).toBe(true);
  await happens(() => newest().succeed());
  expect(told).toEqual(['hls']);
  expect(hls.state).toBe('playing');
});

test('the helper may break too', async () => {
  live('smooth');
  (screens[0] as FakeScreen).listener.onTrouble?.(true);
  await clock.pass(4_000);
  await happens(() => newest().succeed());
  await happens(() => newest().lose());
  expect(told).toEqual(['hls', 'whep (broken)', 'hls']);
});

test('a change of mind is followed without a gap', async () => {
  const playback = live('smooth');
  void playback.want('low');
  await settle();
  expect((screens[0] as FakeScreen).state).toBe('playing');
  await happens(() => newest().succeed());
  await playback.want('smooth');
  expect(told).toEqual(['hls', 'whep', 'hls']);
});

test('changing back before WHEP stands leaves HLS alone', async () => {
  const playback = live('smooth');
  void playback.want('low');
  await settle();
  void playback.want('smooth');
  expect(newest().closed).toBe(true);
  await happens(() => newest().succeed());
  expect(told).toEqual(['hls']);
});

test('after closing nothing moves', async () => {
  const playback = live('low');
  playback.close();
  await happens(() => newest().fail({ kind: 'blocked' }));
  await clock.pass(1_000_000);
  expect(screens).toHaveLength(0);
  expect(attempts).toHaveLength(1);
});
