import type { Clock } from '../../shared/clock.js';
import type { Request } from '../../shared/signal/messages.js';
import type { SessionState } from '../session-state.js';

/** As many as the server makes stills of for one of us. */
const MOST = 32;

/** Rows run by while somebody scrolls. */
const AFTER = 400;

interface Told {
  readonly state: SessionState;
  request(request: Request): Promise<void>;
}

/** Tells the server of whom the list shows a row right now: of nobody else stills are made. */
export class Sight {
  private wanted: readonly string[] = [];
  private told = '';
  private cancel?: () => void;

  constructor(
    private readonly session: Told,
    private readonly clock: Clock,
  ) {}

  /** These are in sight, and nobody else. */
  show(ids: readonly string[]): void {
    this.wanted = [...ids].sort().slice(0, MOST);
    this.soon();
  }

  /** After each change of the session: a new connection knows nothing of what was told before. */
  follow(): void {
    if (this.session.state.phase.kind !== 'inside') this.told = '';
    else if (this.told !== this.wanted.join()) this.soon();
  }

  private soon(): void {
    this.cancel ??= this.clock.later(() => this.tell(), AFTER);
  }

  private tell(): void {
    this.cancel = undefined;
    const text = this.wanted.join();
    if (this.session.state.phase.kind !== 'inside' || text === this.told) return;
    this.told = text;
    this.session.request({ type: 'stills', of: this.wanted }).catch(() => undefined);
  }
}
