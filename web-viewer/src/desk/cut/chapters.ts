/** As `chapters.json` tells it, and as it is written back. */
export interface Chapter {
  /** Seconds of what is shown. */
  readonly start: number;
  readonly title: string;
}

export const MOST_CHAPTERS = 200;

/** Two chapters of one name and moment are one. */
const NEAR = 0.5;

/** With one more at that moment; where one begins there already, nothing is new. */
export function added(all: readonly Chapter[], at: number, title: string): readonly Chapter[] {
  const start = Math.round(at * 1000) / 1000;
  if (all.some((one) => Math.abs(one.start - start) < NEAR)) return all;
  return [...all, { start, title }].sort((one, other) => one.start - other.start);
}

/** With another title; without words it stays what it was. */
export const renamed = (all: readonly Chapter[], start: number, title: string) =>
  all.map((one) => (one.start === start && title.trim() ? { start, title: title.trim() } : one));

/** What came of who was on air may tell one name twice at a moment: the server takes each once. */
export const written = (all: readonly Chapter[]): Chapter[] =>
  all.map(({ start, title }) => ({ start, title: title.slice(0, 100) }));
