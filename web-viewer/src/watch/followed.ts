import { post } from '../shared/api/http.js';
import { channel } from '../shared/api/streaming.js';
import { browserClock } from '../shared/clock.js';
import { Following, type FollowingParts } from './following.js';
import { doorOf, type Address } from './program.js';

/** A channel followed by way of the streaming server's own doors. */
export function followed(address: Address, onProgram: FollowingParts['onProgram']): Following {
  return new Following(address.id, {
    one: (right) => channel(address.id, '', right),
    renew: async (right) => (await post<{ token: string }>(doorOf(address), { right })).token,
    now: () => browserClock.now(),
    onProgram,
  });
}
