import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { shortcutOf, type Shortcut } from './shortcuts.js';

/** Listens for the keys of the room, wherever the focus is, unless a sheet or question lies over it. */
export class ShortcutKeys implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    private readonly carryOut: (pressed: Shortcut) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.press);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.press);
  }

  private readonly press = (event: KeyboardEvent): void => {
    const pressed = shortcutOf(event, event.composedPath()[0]);
    if (!pressed || covered(this.host.renderRoot)) return;
    event.preventDefault();
    this.carryOut(pressed);
  };
}

/** Whether something in there lies over all else and waits for an answer. */
export const covered = (root: ParentNode): boolean =>
  [...root.querySelectorAll('*')].some(
    (one) => one.matches('dialog[open]') || (one.shadowRoot !== null && covered(one.shadowRoot)),
  );
