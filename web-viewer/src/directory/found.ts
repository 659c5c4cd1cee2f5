import { search, type Slot } from '../shared/api/streaming.js';

const PATIENCE = 150;

/** Asks the server what matches while one types; only the last question counts. */
export class Found {
  private timer?: ReturnType<typeof setTimeout>;
  private turn = 0;

  constructor(
    private readonly onFound: (slots: readonly Slot[]) => void,
    private readonly ask: (query: string) => Promise<readonly Slot[]> = search,
    private readonly later = (task: () => void) => setTimeout(task, PATIENCE),
  ) {}

  look(query: string): void {
    clearTimeout(this.timer);
    const turn = ++this.turn;
    const wanted = query.trim();
    if (wanted === '') this.onFound([]);
    else this.timer = this.later(() => void this.send(wanted, turn));
  }

  private async send(query: string, turn: number): Promise<void> {
    const slots = await this.ask(query).catch(() => []);
    if (turn === this.turn) this.onFound(slots);
  }
}
