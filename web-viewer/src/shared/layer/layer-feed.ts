import type { Clock } from '../clock.js';
import { inOrder, type LayerEvent } from './layer.js';

/** What the server tells of a layer. */
interface Told {
  readonly revision: string;
  readonly whole: boolean;
  readonly over: boolean;
  readonly events: readonly LayerEvent[];
}

/** Milliseconds before the server is asked again that did not answer. */
const WAITS = [1_000, 2_000, 5_000, 10_000, 20_000];

/** Milliseconds between two questions, whatever answers in between. */
const BETWEEN = 100;

/** A server that has nothing new, and says so at once, is not asked more often than that. */
const IDLE = 2_000;

/** More than a server of ours keeps. */
const MOST = 25_000;

type Get = (url: string, abort: AbortSignal) => Promise<Response>;

/** The timeline of what stands above a picture, as far as the server has told it. */
export class LayerFeed {
  private told: LayerEvent[] = [];
  private revision = '';
  private tries = 0;
  private readonly abort = new AbortController();
  private cancel: () => void = () => undefined;

  /**
   * @param url of `layer.json`
   * @param heard all that is known, in order
   */
  constructor(
    private readonly url: string,
    private readonly heard: (events: readonly LayerEvent[]) => void,
    private readonly clock: Clock,
    private readonly get: Get = (address, signal) => fetch(address, { signal }),
  ) {
    void this.ask();
  }

  stop(): void {
    this.abort.abort();
    this.cancel();
  }

  private async ask(): Promise<void> {
    const began = this.clock.now();
    const answer = await this.get(this.address(), this.abort.signal).catch(() => null);
    const told = answer?.ok ? await read(answer) : null;
    if (this.abort.signal.aborted || answer?.status === 404) return;
    if (!told) return this.again(WAITS[Math.min(this.tries++, WAITS.length - 1)]!);
    this.tries = 0;
    this.take(told);
    if (told.over) return;
    const quick = told.events.length === 0 && this.clock.now() - began < IDLE;
    this.again(quick ? IDLE : BETWEEN);
  }

  private address(): string {
    return this.revision ? `${this.url}?after=${encodeURIComponent(this.revision)}` : this.url;
  }

  private again(millis: number): void {
    this.cancel = this.clock.later(() => void this.ask(), millis);
  }

  private take({ revision, whole, events }: Told): void {
    this.revision = revision;
    if (!whole && events.length === 0) return;
    this.told = (whole ? [...events] : [...this.told, ...events]).slice(0, MOST);
    this.heard(inOrder(this.told));
  }
}

async function read(answer: Response): Promise<Told | null> {
  const body = (await answer.json().catch(() => null)) as Partial<Told> | null;
  if (!body || !Array.isArray(body.events) || typeof body.revision !== 'string') return null;
  const events = (body.events as unknown[]).filter(isEvent);
  return { revision: body.revision, whole: body.whole !== false, over: body.over === true, events };
}

const isEvent = (one: unknown): one is LayerEvent =>
  typeof one === 'object' && one !== null && 'at' in one && 'show' in one;
