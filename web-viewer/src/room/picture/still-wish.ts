import { read, write } from '../../shared/keep.js';
import type { Request } from '../../shared/signal/messages.js';
import { myself, type SessionState } from '../session-state.js';

const KEY = 'rostrum.still';

interface Told {
  readonly state: SessionState;
  readonly reachable: boolean;
  request(request: Request): Promise<void>;
}

/** Whether the others may have a still of us: kept in this browser, told in every room. */
export class StillWish {
  constructor(
    private readonly session: Told,
    private readonly store?: () => Storage,
  ) {}

  get on(): boolean {
    return read(KEY, this.store) !== 'off';
  }

  async set(on: boolean): Promise<void> {
    write(KEY, on ? null : 'off', this.store);
    await this.tell();
  }

  /** After each entry: the server hears what it does not know. */
  async tell(): Promise<void> {
    const { on } = this;
    if (!this.session.reachable || myself(this.session.state)?.video.still === on) return;
    await this.session.request({ type: 'still', on });
  }
}
