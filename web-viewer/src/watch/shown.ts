import { post } from '../shared/api/http.js';
import { recording } from '../shared/api/streaming.js';
import { browserClock } from '../shared/clock.js';
import { doorOf, type Address } from './program.js';
import { Showing, type ShowingParts } from './showing.js';

/** A recording shown by way of the streaming server's own doors. */
export function shown(address: Address, onProgram: ShowingParts['onProgram']): Showing {
  return new Showing({
    clock: browserClock,
    one: (right) => recording(address.id, '', right),
    renew: async (right) => (await post<{ token: string }>(doorOf(address), { right })).token,
    onProgram,
  });
}
