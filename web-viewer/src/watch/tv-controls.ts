import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { focused, isForControl, step } from '../shared/ui/spatial.js';
import type { Command } from './keys.js';
import type { Sheet } from './player-bar.js';
import { deedOf, remoteKeyOf, type Deed, type Place } from './remote-keys.js';

/** The player as a remote control leads it. */
export interface Led extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly tv: boolean;
  readonly controller: HTMLElement;
  readonly video: HTMLVideoElement;
  readonly sheet: Sheet | null;
  toggle(sheet: Sheet): void;
  command(command: Command): void;
}

/** Back to the page that led here, else to the guide, which is the start page of a TV set. */
export function leave(): void {
  const ours = document.referrer.startsWith(`${location.origin}/`);
  if (ours && history.length > 1) history.back();
  else location.assign('/guide');
}

/** No pointer, no keyboard: arrows, OK and Back do all, before any control hears of them. */
export class TvControls implements ReactiveController {
  private fills = false;

  constructor(private readonly player: Led) {
    player.addController(this);
  }

  hostConnected(): void {
    if (!this.player.tv) return;
    document.addEventListener('keydown', this.press, true);
    this.player.addEventListener('userinactivechange', this.faded);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.press, true);
    this.player.removeEventListener('userinactivechange', this.faded);
  }

  private readonly press = (event: KeyboardEvent): void => {
    const key = remoteKeyOf(event);
    if (!key || event.ctrlKey || event.metaKey || event.altKey) return;
    this.fill();
    this.show();
    const deed = deedOf(key, this.place());
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    this.carryOut(deed);
  };

  private carryOut(deed: Exclude<Deed, null>): void {
    switch (deed.kind) {
      case 'command':
        return this.player.command(deed.command);
      case 'step':
        return void step(deed.direction, this.room());
      case 'enter':
        return this.part('media-play-button')?.focus();
      case 'retire':
        return this.retire();
      case 'close-panel':
        return this.player.sheet ? this.player.toggle(this.player.sheet) : undefined;
      case 'leave':
        return leave();
    }
  }

  private place(): Place {
    if (this.player.sheet) return 'panel';
    const at = this.player.shadowRoot?.activeElement ? focused() : null;
    if (!at) return 'nowhere';
    return isForControl(at, 'left') ? 'slider' : 'control';
  }

  /** Where a step may lead: an open panel keeps it. */
  private room(): ParentNode {
    return this.part('ro-player-sheet') ?? this.player.renderRoot;
  }

  private part(name: string): HTMLElement | null {
    return this.player.renderRoot.querySelector<HTMLElement>(name);
  }

  private retire(): void {
    focused()?.blur();
    this.player.controller.dispatchEvent(new Event('mouseleave'));
  }

  /** The controls come as they do for whoever moves a pointer. */
  private show(): void {
    this.player.controller.dispatchEvent(new Event('keyup'));
  }

  /** With the controls the viewer leaves them too: the next key is for the picture again. */
  private readonly faded = (event: Event): void => {
    const gone = (event as CustomEvent<boolean>).detail;
    if (gone && !this.player.video.paused && this.place() !== 'panel') focused()?.blur();
  };

  /** All of the screen, as soon as the browser lets a page: at its first key, once. */
  private fill(): void {
    if (this.fills || document.fullscreenElement) return;
    this.fills = true;
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  }
}
