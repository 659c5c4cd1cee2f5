import { problem, ProblemError, toProblem } from '../api/problem.js';
import {
  readMessage,
  type Join,
  type Joined,
  type News,
  type Request,
  type ServerMessage,
} from './messages.js';

/** The part of WebSocket that we use. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  send(text: string): void;
  close(): void;
}

export interface SignalListener {
  /** Everything but answers to requests. */
  onMessage(news: News): void;
  /** The socket is gone, and we did not close it. */
  onBroken(): void;
}

interface Waiting {
  done(message: ServerMessage): void;
  failed(error: ProblemError): void;
}

/** One signalling connection: requests with answers out, news in. Does not come back by itself. */
export class Signal {
  private readonly waiting = new Map<string, Waiting>();
  private readonly early: string[] = [];
  private open = false;
  private closed = false;
  private next = 1;

  constructor(
    private readonly socket: Socket,
    private readonly listener: SignalListener,
  ) {
    socket.onopen = () => this.opened();
    socket.onmessage = ({ data }) => this.heard(String(data));
    socket.onclose = () => this.broken();
  }

  async join(join: Join): Promise<Joined> {
    return (await this.ask(join)) as Joined;
  }

  async request(request: Request): Promise<void> {
    await this.ask(request);
  }

  /** Gives the seat back and closes. */
  leave(): void {
    if (this.open && !this.closed) this.socket.send(JSON.stringify({ type: 'leave' }));
    this.close();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.fail();
    this.socket.close();
  }

  private ask(message: Join | Request): Promise<ServerMessage> {
    return new Promise((done, failed) => {
      if (this.closed) {
        failed(new ProblemError(problem('unreachable')));
        return;
      }
      const ref = String(this.next++);
      this.waiting.set(ref, { done, failed });
      const text = JSON.stringify({ ...message, ref });
      if (this.open) this.socket.send(text);
      else this.early.push(text);
    });
  }

  private opened(): void {
    this.open = true;
    for (const text of this.early.splice(0)) this.socket.send(text);
  }

  private heard(text: string): void {
    const message = readMessage(text);
    if (!message || this.closed) return;
    switch (message.type) {
      case 'joined':
        this.answer(message, (message as { ref?: string }).ref);
        break;
      case 'done':
        this.answer(message, message.ref);
        break;
      case 'refused':
        this.take(message.ref)?.failed(new ProblemError(toProblem(message.problem, 0)));
        break;
      default:
        this.listener.onMessage(message);
    }
  }

  private answer(message: ServerMessage, ref?: string): void {
    this.take(ref)?.done(message);
  }

  /** An answer without `ref` can only be for the oldest question (`join` comes first). */
  private take(ref?: string | null): Waiting | undefined {
    const key = ref ?? this.waiting.keys().next().value;
    if (key === undefined) return undefined;
    const found = this.waiting.get(key);
    this.waiting.delete(key);
    return found;
  }

  private broken(): void {
    if (this.closed) return;
    this.closed = true;
    this.fail();
    this.listener.onBroken();
  }

  private fail(): void {
    const error = new ProblemError(problem('unreachable'));
    for (const { failed } of this.waiting.values()) failed(error);
    this.waiting.clear();
  }
}
