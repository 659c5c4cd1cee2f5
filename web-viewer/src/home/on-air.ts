import type { RoomInfo } from '../shared/api/center.js';
import type { Clock } from '../shared/clock.js';

export interface OnAirParts {
  readonly clock: Clock;
  ask(room: string): Promise<Pick<RoomInfo, 'onAir' | 'watch'>>;
  /** Nobody looks at a page that is hidden. */
  seen(): boolean;
  onChange(): void;
}

const ASK_EVERY = 10_000;

/** Which of the rooms this browser knows are on air, asked for as long as somebody looks. */
export class OnAirRooms {
  private rooms: readonly string[] = [];
  private found = new Map<string, string | null>();
  private cancel?: () => void;

  constructor(private readonly parts: OnAirParts) {}

  /** Asks at once; rooms that are left out are forgotten. */
  watch(rooms: readonly string[]): void {
    this.rooms = rooms;
    this.look();
  }

  stop(): void {
    this.cancel?.();
    this.rooms = [];
  }

  isOnAir(room: string): boolean {
    return this.found.has(room);
  }

  /** The viewers' page, where the center names one. */
  page(room: string): string | null {
    return this.found.get(room) ?? null;
  }

  look(): void {
    this.cancel?.();
    this.cancel = undefined;
    if (this.rooms.length === 0) return;
    this.cancel = this.parts.clock.later(() => this.look(), ASK_EVERY);
    if (this.parts.seen()) void this.askAll(this.rooms);
  }

  /** A room that cannot be asked is not said to be on air. */
  private async askAll(rooms: readonly string[]): Promise<void> {
    const answers = await Promise.allSettled(rooms.map((room) => this.parts.ask(room)));
    if (rooms !== this.rooms) return;
    const found = new Map<string, string | null>();
    answers.forEach((answer, n) => {
      const room = rooms[n]!;
      if (answer.status === 'fulfilled' && answer.value.onAir) found.set(room, answer.value.watch);
    });
    if (same(found, this.found)) return;
    this.found = found;
    this.parts.onChange();
  }
}

const same = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>) =>
  a.size === b.size && [...a].every(([key, value]) => b.has(key) && b.get(key) === value);
