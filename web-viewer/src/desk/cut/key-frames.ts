/** As `GET /api/recordings/{id}/trim` tells it; times in seconds of what is shown. */
export interface Trim {
  readonly state: 'whole' | 'trimmed' | 'erasing';
  readonly duration: number;
  /** What is kept before what is shown. */
  readonly before: number;
  /** All that is kept. */
  readonly kept: number;
  /** Where it can be cut. */
  readonly keyFrames: readonly number[];
}

/** What is to be left. */
export interface Marks {
  readonly start: number;
  readonly end: number;
}

/** A time that went through the server's milliseconds is the same. */
const NEAR = 0.001;

/** Where a recording that is to begin there really begins: nothing wanted is lost. */
export const startAt = (moment: number, { keyFrames }: Trim): number =>
  keyFrames.findLast((key) => key <= moment + NEAR) ?? 0;

/** Where one that is to end there really ends. */
export const endAt = (moment: number, { keyFrames, duration }: Trim): number =>
  keyFrames.find((key) => key >= moment - NEAR) ?? duration;

/** What is left of `marks` when it begins there. */
export const startingAt = (moment: number, marks: Marks, trim: Trim): Marks => {
  const start = Math.min(startAt(moment, trim), trim.keyFrames.at(-1) ?? 0);
  return { start, end: marks.end > start ? marks.end : trim.duration };
};

/** What is left of `marks` when it ends there. */
export const endingAt = (moment: number, marks: Marks, trim: Trim): Marks => {
  const end = endAt(Math.max(moment, NEAR * 2), trim);
  return { start: marks.start < end ? marks.start : 0, end };
};

/** Whether anything would be cut off. */
export const cuts = ({ start, end }: Marks, { duration }: Trim): boolean =>
  start > NEAR || end < duration - NEAR;
