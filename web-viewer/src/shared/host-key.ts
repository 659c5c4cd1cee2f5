import { hostKeyIn } from './api/ids.js';
import { knownRooms, remember } from './known-rooms.js';

/**
 * The host key from the link's fragment, or from an earlier visit. It is taken out of the address
 * bar, so that a host who copies his address does not give his room away.
 */
export function takeHostKey(room: string): string | undefined {
  const fromLink = hostKeyIn(location.href);
  const kept = () => knownRooms().find(({ id }) => id === room)?.hostKey;
  if (!fromLink) return kept();
  remember({ id: room, title: room, hostKey: fromLink });
  if (kept() === fromLink) history.replaceState(null, '', location.pathname + location.search);
  return fromLink;
}
