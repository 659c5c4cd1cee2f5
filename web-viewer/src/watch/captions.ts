import { read, write } from '../shared/keep.js';

const KEY = 'rostrum.captions';

/** The language of the captions that a viewer had on last; null where he wants none. */
export const keptCaptions = (): string | null => read(KEY);

const tracksOf = ({ textTracks }: HTMLVideoElement) =>
  [...textTracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles');

/** On or off; of several languages the one that was on last, else the viewer's own. */
export function turnCaptions(video: HTMLVideoElement, own: readonly string[]): void {
  const tracks = tracksOf(video);
  const shown = tracks.find(({ mode }) => mode === 'showing');
  if (shown) shown.mode = 'disabled';
  else {
    const wanted = [keptCaptions(), ...own].find((tag) => tag && tracks.some(speaks(tag)));
    const track = tracks.find(speaks(wanted ?? '')) ?? tracks[0];
    if (track) track.mode = 'showing';
  }
  keepCaptions(video);
}

/** Keeps what is shown now for the next program; a program without captions says nothing. */
export function keepCaptions(video: HTMLVideoElement): void {
  const tracks = tracksOf(video);
  if (tracks.length === 0) return;
  write(KEY, tracks.find(({ mode }) => mode === 'showing')?.language || null);
}

/** The same of what is typed while a program is on air; null: none. */
export const keepLiveCaptions = (language: string | null): void => write(KEY, language);

const speaks = (tag: string) => (track: TextTrack) =>
  tag !== '' && track.language.toLowerCase().split('-')[0] === tag.toLowerCase().split('-')[0];
