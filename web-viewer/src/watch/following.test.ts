import { expect, test } from 'vitest';
import { problem, ProblemError } from '../shared/api/problem.js';
import type { Channel } from '../shared/api/streaming.js';
import { Following } from './following.js';
import type { Program } from './program.js';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-20T12:00:00Z');
const ends = (at: number) => `h.${btoa(JSON.stringify({ exp: at / 1000 }))}.s`.replace(/=/g, '');
const FIRST = ends(START + 24 * HOUR);
const SECOND = ends(START + 48 * HOUR);

/** A streaming server with one private channel, which opens to the rights that it has given. */
class Station {
  good = new Set([FIRST]);
  /** What it puts into addresses. */
  newest = FIRST;
  silent = false;
  reachable = true;
  now = START;
  readonly renewed: string[] = [];
  readonly programs: Program[] = [];

  readonly following = new Following(
    'r1',
    {
      one: (right) => this.answer(() => this.channel(right)),
      renew: (right) => this.answer(() => this.renew(right)),
      now: () => this.now,
      onProgram: (program) => this.programs.push(program),
    },
    0.5,
  );

  get hls(): string {
    const last = this.following.program;
    return last.kind === 'live' ? last.channel.hls : last.kind;
  }

  private async answer<T>(give: () => T): Promise<T> {
    if (!this.reachable) throw new ProblemError(problem('unreachable'));
    return give();
  }

  private channel(right: string): Channel {
    if (!this.good.has(right)) throw new ProblemError(problem('private', 403));
    if (this.silent) throw new ProblemError(problem('not-on-air', 404));
    return { id: 'r1', session: 's1', hls: `/live/r1/~${this.newest}/master.m3u8` } as Channel;
  }

  private renew(right: string): string {
    this.renewed.push(right);
    if (!this.good.has(right)) throw new ProblemError(problem('bad-request', 400));
    this.newest = SECOND;
    this.good.add(SECOND);
    return SECOND;
  }
}

async function watching(): Promise<Station> {
  const station = new Station();
  await station.following.look();
  expect(station.hls).toBe('locked');
  await station.following.open(FIRST);
  expect(station.hls).toContain(FIRST);
  return station;
}

test('while a right is good for long it is not exchanged, and nothing is interrupted', async () => {
  const station = await watching();
  station.newest = SECOND;
  station.good.add(SECOND);
  station.now += 20 * HOUR;
  await station.following.look();
  expect(station.renewed).toEqual([]);
  expect(station.hls).toContain(FIRST);
});

test('before it ends it is exchanged without a password, and the program goes on with the next', async () => {
  const station = await watching();
  station.now = START + 23.5 * HOUR;
  await station.following.look();
  expect(station.renewed).toEqual([FIRST]);
  expect(station.hls).toContain(SECOND);
  station.good.delete(FIRST);
  station.now = START + 25 * HOUR;
  await station.following.look();
  expect(station.hls).toContain(SECOND);
  expect(station.renewed).toEqual([FIRST]);
});

test('a right that the host has voided is not renewed: the password is asked for', async () => {
  const station = await watching();
  station.good.clear();
  station.now = START + 23.5 * HOUR;
  await station.following.look();
  expect(station.hls).toBe('locked');
});

test('a server that is away for a moment is asked again', async () => {
  const station = await watching();
  station.now = START + 23.5 * HOUR;
  station.reachable = false;
  await station.following.look();
  expect(station.hls).toContain(FIRST);
  station.reachable = true;
  await station.following.look();
  expect(station.hls).toContain(SECOND);
});

test('who has the right waits for the program, and keeps it meanwhile', async () => {
  const station = new Station();
  station.silent = true;
  await station.following.look();
  await station.following.open(FIRST);
  expect(station.following.program.kind).toBe('waiting');
  station.now = START + 23.5 * HOUR;
  await station.following.look();
  expect(station.renewed).toEqual([FIRST]);
  station.good.delete(FIRST);
  station.silent = false;
  await station.following.look();
  expect(station.hls).toContain(SECOND);
});

test('what stands in the list needs no asking', async () => {
  const station = new Station();
  station.following.hear([{ id: 'r1', session: 's1', hls: 'h' } as Channel]);
  await station.following.look();
  expect(station.hls).toBe('h');
  expect(station.programs).toHaveLength(1);
});
