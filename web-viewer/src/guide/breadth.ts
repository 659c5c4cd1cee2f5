import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Of a block, in rem: a word of its title and its time can be read, and a finger hits it. */
const LEAST = 8;

/** How wide the axis is drawn, followed as it changes. */
export class Breadth implements ReactiveController {
  /** The least width of a block, as a fraction of the axis. */
  least = 0.1;
  private observer?: ResizeObserver;
  private watched: Element | null = null;

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    host.addController(this);
  }

  hostUpdated(): void {
    const track = this.host.renderRoot.querySelector('.row .track');
    if (track === this.watched) return;
    this.observer ??= new ResizeObserver(([entry]) => this.measure(entry?.contentRect.width ?? 0));
    this.observer.disconnect();
    this.watched = track;
    if (track) this.observer.observe(track);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.watched = null;
  }

  private measure(width: number): void {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    const least = width > 0 ? Math.min(0.5, (LEAST * rem) / width) : this.least;
    if (Math.abs(least - this.least) < 0.001) return;
    this.least = least;
    this.host.requestUpdate();
  }
}
