import { config } from '../shared/api/center.js';
import type { Station } from '../shared/api/station.js';
import { channel, type Channel } from '../shared/api/streaming.js';

/** The channel of a room as its viewers have it; the host shows at once who he is, be it private. */
export async function viewersChannel(room: string, station: Station | null): Promise<Channel> {
  if (!station) return channel(room, (await config()).streaming);
  return station.send<Channel>('GET', `/api/channels/${encodeURIComponent(room)}`);
}
