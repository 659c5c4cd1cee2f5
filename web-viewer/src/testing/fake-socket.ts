import type { Room } from '../shared/signal/messages.js';
import type { Socket } from '../shared/signal/signal.js';

/** Both ends of a WebSocket: the page's, and what a test does as the server. */
export class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];
  closedByPage = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {
    this.closedByPage = true;
  }

  open(): this {
    this.onopen?.();
    return this;
  }

  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  /** The network is gone. */
  snap(): void {
    this.onclose?.();
  }

  last(type: string): Record<string, unknown> {
    const found = this.sent.findLast((message) => message.type === type);
    if (!found) throw new Error(`no ${type} among ${JSON.stringify(this.sent)}`);
    return found;
  }

  /** @param retryAfter seconds; none where the server says nothing of that */
  refuse(type: string, code: string, retryAfter?: number): void {
    const ref = this.last(type).ref;
    const problem = {
      type: `https://rostrum.io/problems/${code}`,
      ...{ title: '', status: 403, detail: '' },
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
    this.say({ type: 'refused', ref, problem });
  }
}

export const aRoom = (change: Partial<Room> = {}): Room => ({
  id: 'r1',
  title: 'Town hall',
  revision: 1,
  locked: false,
  assigned: null,
  speaker: null,
  door: { closed: false, enterMuted: false, sentOut: 0 },
  chat: { open: true, kept: true },
  broadcast: {
    state: 'off',
    session: null,
    title: null,
    since: null,
    page: null,
    picture: null,
    card: null,
    detail: null,
    warning: null,
  },
  participants: [],
  ...change,
});
