import { cues, type Cue } from '../shared/player/vtt.js';

/** What stands beside a program: who came on air when, and a picture of each moment. */
export interface Extras {
  readonly chapters: readonly Cue[];
  readonly stills: readonly Cue[];
}

export const noExtras: Extras = { chapters: [], stills: [] };

/** Addresses of the extras are beside the master playlist of a program. */
export async function extrasOf(hls: string): Promise<Extras> {
  const [chapters, stills] = await Promise.all([
    load(new URL('chapters.vtt', hls)),
    load(new URL('storyboard.vtt', hls)),
  ]);
  return { chapters, stills };
}

/** A program without extras is a program all the same. */
async function load(url: URL): Promise<Cue[]> {
  const answer = await fetch(url).catch(() => null);
  return answer?.ok ? cues(await answer.text()) : [];
}
