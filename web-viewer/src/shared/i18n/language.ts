import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { chosen as chosenBefore, keep, languageChoice } from '../choice.js';
import type { Saying } from './say.js';

export type Language = 'en' | 'zh';

const changes = new EventTarget();
let current: Language = chosen();

/** The viewer's own choice, else the first language of the browser that we speak. */
function chosen(): Language {
  const kept = chosenBefore(languageChoice, ['en', 'zh']);
  return kept ?? preferred(globalThis.navigator?.languages ?? []);
}

export function preferred(languages: readonly string[]): Language {
  for (const tag of languages) {
    if (/^zh\b/i.test(tag)) return 'zh';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

export const language = (): Language => current;

/** BCP 47 tag for `lang`. */
export const languageTag = (): string => (current === 'zh' ? 'zh-CN' : 'en');

/** For dates: the reader's own English, if that is what the browser speaks. */
export function region(): string {
  const own = globalThis.navigator?.languages.find((tag) => tag.startsWith('en'));
  return current === 'zh' ? 'zh-CN' : (own ?? 'en');
}

export function setLanguage(next: Language): void {
  current = next;
  keep(languageChoice, next);
  changes.dispatchEvent(new Event('change'));
}

export function onLanguage(listener: () => void): () => void {
  changes.addEventListener('change', listener);
  return () => changes.removeEventListener('change', listener);
}

export function t<A extends unknown[]>(saying: Saying<A>, ...args: A): string {
  return saying[current](...args);
}

/** Renders its host again when the language changes. */
export class Translated implements ReactiveController {
  private stop?: () => void;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = onLanguage(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.stop?.();
  }
}
