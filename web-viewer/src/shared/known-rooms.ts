import { read, write } from './keep.js';

/** A room this browser made or visited; the secrets stay on this device. */
export interface KnownRoom {
  readonly id: string;
  readonly title: string;
  readonly hostKey?: string;
  readonly encoderToken?: string;
}

const KEY = 'rostrum.rooms';
const MOST = 20;

export function knownRooms(): KnownRoom[] {
  try {
    const kept: unknown = JSON.parse(read(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRoom) : [];
  } catch {
    return [];
  }
}

/** The latest first; what was known about a room (its secrets) stays known. */
export function remember(room: KnownRoom): void {
  const rooms = knownRooms();
  const before = rooms.find(({ id }) => id === room.id);
  const others = rooms.filter(({ id }) => id !== room.id);
  const known = Object.fromEntries(Object.entries(room).filter(([, value]) => value !== undefined));
  save([{ ...before, ...(known as unknown as KnownRoom) }, ...others].slice(0, MOST));
}

export function forget(id: string): void {
  save(knownRooms().filter((room) => room.id !== id));
}

function save(rooms: KnownRoom[]): void {
  write(KEY, JSON.stringify(rooms));
}

function isRoom(value: unknown): value is KnownRoom {
  const room = value as Partial<KnownRoom> | null;
  return typeof room?.id === 'string' && typeof room.title === 'string';
}
