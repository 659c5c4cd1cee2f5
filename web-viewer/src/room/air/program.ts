import { VISIBILITIES } from '../../shared/api/access.js';
import type { Visibility } from '../../shared/api/streaming.js';
import { read, write } from '../../shared/keep.js';

/** What a host entered for his room, so that the next time takes one press. */
export interface Program {
  /** Empty: that of the room. */
  readonly title: string;
  /** Null where the station did not say it. */
  readonly visibility: Visibility | null;
}

const KEY = 'rostrum.programs';
const MOST = 20;

/** Null for a room that never went on air from this browser. */
export function rememberedProgram(room: string): Program | null {
  return all().find(([id]) => id === room)?.[1] ?? null;
}

/** The latest first; the oldest of many rooms is forgotten. */
export function rememberProgram(room: string, program: Program): void {
  const others = all().filter(([id]) => id !== room);
  write(KEY, JSON.stringify([[room, program], ...others].slice(0, MOST)));
}

function all(): [string, Program][] {
  try {
    const kept: unknown = JSON.parse(read(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is [string, Program] {
  const [id, program] = Array.isArray(value) ? (value as unknown[]) : [];
  const { title, visibility } = (program ?? {}) as Partial<Program>;
  const known = visibility === null || VISIBILITIES.some((one) => one === visibility);
  return typeof id === 'string' && typeof title === 'string' && known;
}
