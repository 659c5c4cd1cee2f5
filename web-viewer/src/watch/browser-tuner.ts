import { post } from '../shared/api/http.js';
import { openFeed } from '../shared/api/open-feed.js';
import { channel, recording } from '../shared/api/streaming.js';
import { browserClock } from '../shared/clock.js';
import { doorOf, type Address } from './program.js';
import type { TunerParts } from './tuner.js';

/** The streaming server's own doors, for what stands at one address. */
export const browserTuner = (address: Address): TunerParts => ({
  clock: browserClock,
  feed: (onChannels) => openFeed({ onChannels }),
  channel: (right) => channel(address.id, '', right),
  recording: (right) => recording(address.id, '', right),
  renew: async (right) => (await post<{ token: string }>(doorOf(address), { right })).token,
});
