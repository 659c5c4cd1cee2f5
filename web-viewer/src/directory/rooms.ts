import type { Recording } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { t } from '../shared/i18n/language.js';

/** A room of which there are recordings; the station knows it by its latest program. */
export interface Room {
  readonly id: string;
  readonly name: string;
}

/** The rooms of the recordings that were seen so far, with those known before. */
export function roomsOf(known: readonly Room[], list: readonly Recording[]): readonly Room[] {
  const rooms = new Map(known.map((room) => [room.id, room]));
  for (const { channel, title, host } of list) {
    if (rooms.has(channel)) continue;
    const program = title || t(common.untitled);
    rooms.set(channel, { id: channel, name: host ? `${program} · ${host}` : program });
  }
  return [...rooms.values()];
}
