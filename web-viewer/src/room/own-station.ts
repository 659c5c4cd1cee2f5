import { Station } from '../shared/api/station.js';
import { knownRooms } from '../shared/known-rooms.js';

/** The station as the host of this room meets it; null in the browser of anybody else. */
export function ownStation(room: string): Station | null {
  const hostKey = knownRooms().find(({ id }) => id === room)?.hostKey;
  return hostKey ? new Station(room, hostKey) : null;
}
