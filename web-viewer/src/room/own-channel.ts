import { config, stationToken, type StationToken } from '../shared/api/center.js';
import { asProblem } from '../shared/api/http.js';
import { channel, type Channel } from '../shared/api/streaming.js';
import { knownRooms } from '../shared/known-rooms.js';

/** Milliseconds before its end from which on a token is not used any more. */
const SPARE = 60_000;

const tokens = new Map<string, StationToken>();

/** The channel of a room as its viewers have it; the host shows at once who he is, be it private. */
export async function ownChannel(room: string, now = Date.now()): Promise<Channel> {
  const hostKey = knownRooms().find(({ id }) => id === room)?.hostKey;
  if (!hostKey) return channel(room, (await config()).streaming);
  const { station, token } = await ownToken(room, hostKey, now);
  try {
    return await channel(room, station, token);
  } catch (error) {
    if (asProblem(error).code !== 'not-on-air') tokens.delete(room);
    throw error;
  }
}

async function ownToken(room: string, hostKey: string, now: number): Promise<StationToken> {
  const kept = tokens.get(room);
  if (kept && Date.parse(kept.expiresAt) - SPARE > now) return kept;
  const fresh = await stationToken(room, hostKey);
  tokens.set(room, fresh);
  return fresh;
}
