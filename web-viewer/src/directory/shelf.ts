import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { recordings, type Recording, type RecordingsAsked } from '../shared/api/streaming.js';

/** So many are asked for at once: whole rows of two, three, four and six cards. */
export const PAGE = 24;

/** While somebody types, nothing is asked for. */
const PATIENCE = 150;

export type Sorting = 'newest' | 'longest';

/** The server and the time, as a shelf needs them; tests have their own. */
export interface ShelfParts {
  ask(asked: RecordingsAsked): Promise<readonly Recording[]>;
  later(task: () => void, millis: number): void;
}

const browserParts: ShelfParts = { ask: recordings, later: setTimeout };

/** The recordings that a visitor wants to see: page by page, by room, by words, in an order. */
export class Shelf implements ReactiveController {
  /** Undefined until the first page has come. */
  list?: readonly Recording[];
  /** There may be another page. */
  more = false;
  loading = false;
  query = '';
  sorting: Sorting = 'newest';
  /** Only the last question counts. */
  private turn = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** The id of a room; empty for all. */
    public channel = '',
    private readonly parts: ShelfParts = browserParts,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  look(query: string): void {
    if (query.trim() === this.query) return;
    this.query = query.trim();
    const turn = ++this.turn;
    this.parts.later(() => void (turn === this.turn && this.load()), PATIENCE);
  }

  sort(sorting: Sorting): void {
    this.sorting = sorting;
    void this.load();
  }

  of(channel: string): void {
    this.channel = channel;
    void this.load();
  }

  /** The first page, anew. */
  async load(): Promise<void> {
    const turn = ++this.turn;
    const page = await this.page(turn, '').catch(() => null);
    if (turn !== this.turn) return;
    if (page) this.put(page, page);
    else this.stay();
  }

  /** Something new has come: it takes its place, and what was shown further on stays. */
  async refresh(): Promise<void> {
    const { list, more } = this;
    if (!list) return this.load();
    const turn = ++this.turn;
    const page = await this.page(turn, '').catch(() => null);
    if (turn !== this.turn) return;
    if (!page) return this.stay();
    const after = list.findIndex(({ id }) => id === page.at(-1)?.id) + 1;
    const rest = after > 0 ? list.slice(after) : [];
    this.put([...page, ...rest], page);
    if (rest.length > 0) this.more = more;
  }

  /** The page after those that are shown; where its beginning is gone, the first one anew. */
  async loadMore(): Promise<void> {
    const { list = [] } = this;
    const turn = ++this.turn;
    const page = await this.page(turn, list.at(-1)?.id ?? '').catch(() => null);
    if (turn !== this.turn) return;
    if (page) this.put([...list, ...page], page);
    else await this.load();
  }

  private async page(turn: number, before: string): Promise<readonly Recording[]> {
    const { channel, query: q, sorting: sort } = this;
    this.loading = true;
    this.host.requestUpdate();
    try {
      return await this.parts.ask({ channel, q, sort, before, limit: PAGE });
    } finally {
      if (turn === this.turn) this.loading = false;
    }
  }

  /** The server does not answer: what is shown stays. */
  private stay(): void {
    this.list ??= [];
    this.host.requestUpdate();
  }

  private put(list: readonly Recording[], page: readonly Recording[]): void {
    this.list = list;
    this.more = page.length === PAGE;
    this.host.requestUpdate();
  }
}
