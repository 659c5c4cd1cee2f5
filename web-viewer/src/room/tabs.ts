/** What BroadcastChannel does for us, to all tabs of this browser at the same address. */
export interface Post {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const browserPost = (room: string): Post | undefined =>
  'BroadcastChannel' in globalThis ? new BroadcastChannel(`rostrum.room.${room}`) : undefined;

/** Knows whether another tab of this browser is in the same room: both would hear each other. */
export class Tabs {
  /** Another tab has said that it is in. */
  elsewhere = false;

  constructor(
    room: string,
    private readonly inside: () => boolean,
    private readonly changed: () => void,
    private readonly post = browserPost(room),
  ) {
    post?.addEventListener('message', ({ data }) => this.hear(data));
    this.post?.postMessage('anybody?');
  }

  /** This tab went in or out. */
  tell(): void {
    this.post?.postMessage(this.inside() ? 'in' : 'out');
  }

  /** This tab goes away. */
  gone(): void {
    if (this.inside()) this.post?.postMessage('out');
  }

  private hear(said: unknown): void {
    if (said === 'anybody?' && this.inside()) this.tell();
    if (said !== 'in' && said !== 'out') return;
    this.elsewhere = said === 'in';
    this.changed();
  }
}
