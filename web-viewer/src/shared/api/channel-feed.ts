import type { Channel } from './streaming.js';

/** The part of EventSource that we use. */
export interface EventStream {
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export interface ChannelFeedParts {
  open(): EventStream;
  poll(): Promise<Channel[]>;
  later(task: () => void, millis: number): () => void;
  /** Called with all channels, also after a single change. */
  onChannels(channels: readonly Channel[]): void;
  onEnded?(ended: { id: string; session: string }): void;
  onReachable?(reachable: boolean): void;
  /** What is announced has changed. */
  onAnnounced?(): void;
}

const POLL_EVERY = 5_000;
const OPEN_AGAIN_AFTER = [1_000, 2_000, 5_000, 10_000];

/** What is on air, kept up to date by Server-Sent Events, by polling while those fail. */
export class ChannelFeed {
  private all = new Map<string, Channel>();
  private stream?: EventStream;
  private cancelOpen?: () => void;
  private cancelPoll?: () => void;
  private failures = 0;
  private closed = false;

  constructor(private readonly parts: ChannelFeedParts) {}

  start(): void {
    this.closed = false;
    this.open();
  }

  stop(): void {
    this.closed = true;
    this.stream?.close();
    this.cancelOpen?.();
    this.cancelPoll?.();
  }

  private open(): void {
    if (this.closed) return;
    const stream = this.parts.open();
    this.stream = stream;
    const on = (type: string, then: (data: unknown) => void) =>
      stream.addEventListener(type, (event) => this.hear(event, then));
    on('channels', (data) => this.replace(data as Channel[]));
    on('started', (data) => this.put(data as Channel));
    on('changed', (data) => this.put(data as Channel));
    on('ended', (data) => this.end(data as { id: string; session: string }));
    on('announcements', () => this.parts.onAnnounced?.());
    stream.addEventListener('error', () => this.failed(stream));
  }

  private hear(event: MessageEvent<string>, then: (data: unknown) => void): void {
    let data: unknown;
    try {
      data = JSON.parse(event.data);
    } catch {
      return;
    }
    this.failures = 0;
    this.cancelPoll?.();
    this.cancelPoll = undefined;
    then(data);
  }

  private failed(stream: EventStream): void {
    if (this.closed || stream !== this.stream) return;
    stream.close();
    this.stream = undefined;
    const wait = OPEN_AGAIN_AFTER[Math.min(this.failures, OPEN_AGAIN_AFTER.length - 1)]!;
    this.failures += 1;
    this.cancelOpen = this.parts.later(() => this.open(), wait);
    if (!this.cancelPoll) void this.poll();
  }

  private async poll(): Promise<void> {
    this.cancelPoll = this.parts.later(() => void this.poll(), POLL_EVERY);
    try {
      const channels = await this.parts.poll();
      if (this.closed || !this.cancelPoll) return;
      this.replace(channels);
    } catch {
      if (!this.closed) this.parts.onReachable?.(false);
    }
  }

  private replace(channels: Channel[]): void {
    const before = this.all;
    this.all = new Map(channels.map((channel) => [channel.id, channel]));
    for (const [id, { session }] of before) {
      if (this.all.get(id)?.session !== session) this.parts.onEnded?.({ id, session });
    }
    this.tell();
  }

  private put(channel: Channel): void {
    this.all.set(channel.id, channel);
    this.tell();
  }

  private end(ended: { id: string; session: string }): void {
    if (this.all.get(ended.id)?.session === ended.session) this.all.delete(ended.id);
    this.tell();
    this.parts.onEnded?.(ended);
  }

  private tell(): void {
    this.parts.onReachable?.(true);
    this.parts.onChannels([...this.all.values()]);
  }
}
