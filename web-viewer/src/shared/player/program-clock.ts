/** How long a live program has lasted by now, by the server's clock. Times in milliseconds. */
export class ProgramClock {
  private ahead = 0;

  constructor(private readonly since: number) {}

  /** The live edge was seen at that many seconds of the program. */
  learn(edge: number, now: number): void {
    this.ahead = edge - (now - this.since) / 1000;
  }

  /** Seconds since the program began. */
  end(now: number): number {
    return Math.max(0, (now - this.since) / 1000 + this.ahead);
  }
}

export type Way = 'live' | 'here' | 'past';

/** Where a viewer may go without loading the program's past. Seconds since the program began. */
export interface Reach {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** Nearer to the live edge than that one watches live. */
const AT_LIVE = 4;

/** How a viewer of a live program gets to a moment. */
export function wayTo(moment: number, { from, to, end }: Reach): Way {
  if (moment >= end - AT_LIVE) return 'live';
  return moment >= from && moment <= to ? 'here' : 'past';
}
