import { beforeEach, expect, test } from 'vitest';
import { problem, ProblemError } from '../shared/api/problem.js';
import type { Recording } from '../shared/api/streaming.js';
import { FakeClock } from '../testing/fake-clock.js';
import type { Program } from './program.js';
import { Showing } from './showing.js';

const HOUR = 3_600_000;
const ends = (at: number) => `h.${btoa(JSON.stringify({ exp: at / 1000 }))}.s`.replace(/=/g, '');

/** A streaming server with one recording, which opens to the rights that it has given. */
class Station {
  readonly clock = new FakeClock();
  readonly first = ends(24 * HOUR);
  readonly second = ends(48 * HOUR);
  good = new Set([this.first]);
  isPrivate = true;
  trouble: ProblemError | null = null;
  readonly renewed: string[] = [];
  readonly programs: Program[] = [];
  private newest = this.first;

  readonly showing = new Showing(
    {
      clock: this.clock,
      one: async (right) => this.recording(right),
      renew: async (right) => this.renew(right),
      onProgram: (program) => this.programs.push(program),
    },
    0.5,
  );

  private recording(right: string): Recording {
    if (this.trouble) throw this.trouble;
    if (!this.isPrivate) return { hls: '/recordings/s1/master.m3u8' } as Recording;
    if (!this.good.has(right)) throw new ProblemError(problem('private', 403));
    return { hls: `/recordings/s1/~${this.newest}/master.m3u8` } as Recording;
  }

  private renew(right: string): string {
    this.renewed.push(right);
    if (!this.good.has(right)) throw new ProblemError(problem('bad-request', 400));
    this.newest = this.second;
    this.good.add(this.second);
    return this.second;
  }

  get sees(): string {
    const last = this.programs.at(-1);
    return last?.kind === 'recording' ? last.recording.hls : (last?.kind ?? 'nothing');
  }
}

let station: Station;

beforeEach(() => {
  station = new Station();
});

test('who has no right is asked for it, and then watches', async () => {
  await station.showing.load();
  expect(station.sees).toBe('locked');
  await station.showing.load(station.first);
  expect(station.sees).toContain(station.first);
});

test('a right is exchanged in the hour before it ends, and the addresses with it', async () => {
  await station.showing.load(station.first);
  await station.clock.pass(23 * HOUR);
  expect(station.renewed).toEqual([]);
  expect(station.programs).toHaveLength(1);
  await station.clock.pass(HOUR / 2);
  expect(station.renewed).toEqual([station.first]);
  expect(station.sees).toContain(station.second);
  await station.clock.pass(10 * HOUR);
  expect(station.renewed).toHaveLength(1);
});

test('who may watch no longer is asked for his right again', async () => {
  await station.showing.load(station.first);
  station.good.clear();
  await station.clock.pass(24 * HOUR);
  expect(station.sees).toBe('locked');
});

test('a public recording is loaded once', async () => {
  station.isPrivate = false;
  await station.showing.load();
  await station.clock.pass(48 * HOUR);
  expect(station.programs).toHaveLength(1);
});

test('a server that cannot be reached is asked again, what is gone is not', async () => {
  station.isPrivate = false;
  station.trouble = new ProblemError(problem('unreachable'));
  await station.showing.load();
  expect(station.sees).toBe('nothing');
  station.trouble = new ProblemError(problem('unknown-recording', 404));
  await station.clock.pass(3_000);
  expect(station.sees).toBe('missing');
  station.trouble = null;
  await station.clock.pass(HOUR);
  expect(station.sees).toBe('missing');
});

test('a page that was left asks nothing more', async () => {
  await station.showing.load(station.first);
  station.showing.close();
  await station.clock.pass(24 * HOUR);
  expect(station.renewed).toEqual([]);
});
