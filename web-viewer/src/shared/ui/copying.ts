import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { browserClock, type Clock } from '../clock.js';
import { common } from '../i18n/common.js';
import { t } from '../i18n/language.js';
import type { Saying } from '../i18n/say.js';
import { announce } from './announcer.js';

/** Milliseconds for which a button says what came of it. */
const SAID_FOR = 2_000;

/** The browser as one who copies meets it; tests have their own. */
export interface CopyingParts {
  readonly clock: Clock;
  /** Whether it is there to be pasted now. */
  take(text: string): Promise<boolean>;
  announce(text: string): void;
}

/** Copies a text by one press; its button says for a moment whether that went well. */
export class Copying implements ReactiveController {
  /** What the button says in place of its own words. */
  said: Saying<[]> | null = null;
  private cancel?: () => void;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly parts: CopyingParts = { clock: browserClock, take, announce },
  ) {
    host.addController(this);
  }

  get done(): boolean {
    return this.said === common.copied;
  }

  async copy(text: string): Promise<void> {
    const taken = await this.parts.take(text);
    this.say(taken ? common.copied : common.notCopied);
    this.parts.announce(t(taken ? common.copied : common.notCopied));
    this.cancel?.();
    this.cancel = this.parts.clock.later(() => this.say(null), SAID_FOR);
  }

  hostDisconnected(): void {
    this.cancel?.();
    this.said = null;
  }

  private say(said: Saying<[]> | null): void {
    this.said = said;
    this.host.requestUpdate();
  }
}

/** A page that came without TLS has no clipboard of its own: there the browser's command is left. */
async function take(text: string): Promise<boolean> {
  try {
    if (!navigator.clipboard) return byCommand(text);
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byCommand(text);
  }
}

function byCommand(text: string): boolean {
  let taken = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    taken = event.clipboardData !== null;
  };
  document.addEventListener('copy', give, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  return taken;
}
