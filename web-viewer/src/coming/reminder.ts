/** The browser as a reminder meets it; tests have their own. */
export interface Notifying {
  /** Asks the viewer, if nobody has yet; false where he or his browser says no. */
  allowed(): Promise<boolean>;
  tell(words: string): void;
}

const BEFORE = 5 * 60_000;

/** Tells once that a program begins soon, and once that it has begun, while the page is open. */
export class Reminder {
  private wanted = false;
  private told = new Set<'soon' | 'begun'>();

  constructor(private readonly notifying: Notifying) {}

  get isSet(): boolean {
    return this.wanted;
  }

  /** Whether he will be reminded. */
  async want(): Promise<boolean> {
    this.wanted = await this.notifying.allowed();
    return this.wanted;
  }

  /** It is so late; who asks for a reminder in the last five minutes needs no first one. */
  tick(left: number, words: string): void {
    if (left > 0 && left <= BEFORE) this.once('soon', words);
  }

  begun(words: string): void {
    this.once('begun', words);
  }

  private once(what: 'soon' | 'begun', words: string): void {
    if (this.told.has(what)) return;
    this.told.add(what);
    if (this.wanted) this.notifying.tell(words);
  }
}

/** The browser's own notifications; pressed, they bring this page to the front. */
export const browserNotifying = (title: () => string): Notifying => ({
  async allowed() {
    if (!('Notification' in globalThis)) return false;
    if (Notification.permission === 'default') await Notification.requestPermission();
    return Notification.permission === 'granted';
  },
  tell(words) {
    try {
      const shown = new Notification(title(), { body: words, tag: location.pathname });
      shown.onclick = () => window.focus();
    } catch {
      // Phones allow it to service workers only; the calendar is offered beside.
    }
  },
});
