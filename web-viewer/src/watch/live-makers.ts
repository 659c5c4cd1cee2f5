import { Engine } from '../shared/player/engine.js';
import type { LiveMakers } from '../shared/player/live.js';
import { Whep } from '../shared/player/whep.js';
import { fetchByName } from '../shared/player/viewer-name.js';
import { WhepPlayback } from '../shared/player/whep-playback.js';
import { browserWhepWorld } from '../shared/player/whep-world.js';

const world = { ...browserWhepWorld, fetch: fetchByName };

/** The ways by which a live program comes into this video element. */
export function liveMakers(video: HTMLVideoElement, hls: string, whep: string): LiveMakers {
  return {
    clock: browserWhepWorld.clock,
    whep: (onLost) => (whep ? new Whep(whep, world, onLost) : null),
    show: (connection, listener) => new WhepPlayback(video, connection, listener),
    hls: (listener) => new Engine(video, hls, true, listener),
    reachable: () =>
      fetch(hls, { cache: 'no-store' }).then(
        ({ ok }) => ok,
        () => false,
      ),
  };
}
