/** Time as a parameter, so that tests own it. */
export interface Clock {
  /** Milliseconds; only differences mean something. */
  now(): number;
  /** Runs a task later; what comes back takes that back. */
  later(task: () => void, millis: number): () => void;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  later(task, millis) {
    const timer = setTimeout(task, millis);
    return () => clearTimeout(timer);
  },
};
