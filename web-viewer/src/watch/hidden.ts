import { ProblemError } from '../shared/api/problem.js';
import type { Channel } from '../shared/api/streaming.js';

/** What a channel says that stands in no list. */
export type Seen = Channel | 'locked' | 'silent' | 'unknown';

/** Asks for one channel: unlisted and private ones are told to who knows their address only. */
export async function seen(look: () => Promise<Channel>): Promise<Seen> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof ProblemError)) return 'unknown';
    if (error.problem.code === 'private') return 'locked';
    return error.problem.code === 'not-on-air' ? 'silent' : 'unknown';
  }
}

/** The same program keeps the addresses that it is played from, whatever right is newer. */
export function settled(before: Channel | undefined, now: Channel): Channel {
  if (before?.session !== now.session) return now;
  const { hls, whep, thumbnail } = before;
  return { ...now, hls, whep, thumbnail };
}
