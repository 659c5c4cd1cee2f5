import { read, write } from '../shared/keep.js';

const KEY = 'rostrum.theatre';

/** Whether this viewer wants the picture as wide as the page. */
export const keptTheatre = (): boolean => read(KEY) === 'on';

export const keepTheatre = (on: boolean): void => write(KEY, on ? 'on' : null);
