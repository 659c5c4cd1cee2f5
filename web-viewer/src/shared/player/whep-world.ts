import { browserClock } from '../clock.js';
import type { WhepWorld } from './whep.js';

export const browserWhepWorld: WhepWorld = {
  clock: browserClock,
  peer: () => new RTCPeerConnection({ bundlePolicy: 'max-bundle' }),
  fetch: (url, init) => fetch(url, init),
  stream: () => new MediaStream(),
};
