import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Which rows of its host can be seen, as far as scrolling and tabs of the browser go. */
export class RowsInSight implements ReactiveController {
  private readonly seen = new Set<Element>();
  private readonly watched = new Set<Element>();
  private readonly observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.seen.add(target);
      else this.seen.delete(target);
    }
    this.tell();
  });
  private readonly tell = () => {
    const rows = document.hidden ? [] : [...this.seen].filter((row) => row.isConnected);
    this.changed(rows.map((row) => (row as HTMLElement).dataset['id'] ?? ''));
  };

  constructor(
    host: ReactiveControllerHost,
    private readonly rows: () => Iterable<Element>,
    private readonly changed: (ids: readonly string[]) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.tell);
  }

  hostUpdated(): void {
    const now = new Set(this.rows());
    for (const row of this.watched) {
      if (now.has(row)) continue;
      this.observer.unobserve(row);
      this.watched.delete(row);
      if (this.seen.delete(row)) this.tell();
    }
    for (const row of now) {
      if (this.watched.has(row)) continue;
      this.watched.add(row);
      this.observer.observe(row);
    }
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.tell);
    this.observer.disconnect();
    this.watched.clear();
    this.seen.clear();
    this.changed([]);
  }
}
