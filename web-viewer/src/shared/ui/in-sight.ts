import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether a part of its host can be seen, as far as scrolling goes. */
export class InSight implements ReactiveController {
  seen = true;
  private watched?: Element;
  private readonly observer = new IntersectionObserver((entries) => {
    this.seen = entries.at(-1)?.isIntersecting ?? true;
    this.host.requestUpdate();
  });

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** For lit's `ref`: what is not there is not missed. */
  readonly watch = (part?: Element): void => {
    this.hostDisconnected();
    this.watched = part;
    this.seen = true;
    this.hostConnected();
  };

  hostConnected(): void {
    if (this.watched) this.observer.observe(this.watched);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }
}
