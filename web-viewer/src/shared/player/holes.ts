/** What a browser tells of its buffer: {@link TimeRanges}. */
export interface Ranges {
  readonly length: number;
  start(index: number): number;
  end(index: number): number;
}

/** How many holes are in the last so many seconds of what is buffered. */
export function holes(buffered: Ranges, seconds: number): number {
  if (buffered.length < 2) return 0;
  const from = buffered.end(buffered.length - 1) - seconds;
  let count = 0;
  for (let i = 1; i < buffered.length; i++) if (buffered.start(i) > from) count++;
  return count;
}
