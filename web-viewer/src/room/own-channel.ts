import { config, stationToken } from '../shared/api/center.js';
import { asProblem, send } from '../shared/api/http.js';
import { channel, type Channel } from '../shared/api/streaming.js';
import { knownRooms } from '../shared/known-rooms.js';

/** What the public sees of a room; the host sees it too where the program is private. */
export async function ownChannel(room: string): Promise<Channel> {
  const { streaming } = await config();
  try {
    return await channel(room, streaming);
  } catch (error) {
    const hostKey = knownRooms().find(({ id }) => id === room)?.hostKey;
    if (asProblem(error).code !== 'private' || !hostKey) throw error;
    const { station, token } = await stationToken(room, hostKey);
    return send<Channel>('GET', `${station}/api/channels/${encodeURIComponent(room)}`, token);
  }
}
