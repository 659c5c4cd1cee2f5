import { read, write } from '../keep.js';

export type Theme = 'light' | 'dark';

const KEY = 'rostrum.theme';

/** Sets the theme that was chosen here before; a page's own default stands otherwise. */
export function restoreTheme(): void {
  const kept = read(KEY);
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
}

export function theme(): Theme {
  const forced = document.documentElement.dataset.theme;
  if (forced === 'light' || forced === 'dark') return forced;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function setTheme(next: Theme): void {
  document.documentElement.dataset.theme = next;
  write(KEY, next);
}
