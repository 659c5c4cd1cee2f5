import worker from './reminder-worker.ts?worker&url';

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

/** What of a browser shows notifications; some have neither. */
export interface NotificationParts {
  readonly Notification?: Pick<typeof Notification, 'permission' | 'requestPermission'> &
    (new (title: string, options: NotificationOptions) => { onclick: unknown });
  readonly serviceWorker?: Pick<ServiceWorkerContainer, 'register'>;
}

const ofBrowser = (): NotificationParts => ({
  Notification: globalThis.Notification,
  serviceWorker: globalThis.navigator?.serviceWorker,
});

/**
 * The browser's own notifications; pressed, they bring this page to the front. Browsers of phones
 * refuse them to pages and allow them to service workers: ours does nothing else.
 */
export function browserNotifying(title: () => string, parts = ofBrowser()): Notifying {
  const { Notification: Shown, serviceWorker } = parts;
  let helper: Promise<ServiceWorkerRegistration | undefined> | undefined;
  return {
    async allowed() {
      if (!Shown) return false;
      if (Shown.permission === 'default') await Shown.requestPermission();
      const granted = Shown.permission === 'granted';
      if (granted) helper ??= serviceWorker?.register(worker).catch(() => undefined);
      return granted;
    },
    tell(words) {
      const options = { body: words, tag: location.pathname, data: location.href };
      try {
        new Shown!(title(), options).onclick = () => window.focus();
      } catch {
        void helper?.then((registered) => registered?.showNotification(title(), options));
      }
    },
  };
}
