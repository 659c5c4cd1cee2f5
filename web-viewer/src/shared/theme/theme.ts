import { chosen, keep, lookChoice } from '../choice.js';

export type Theme = 'light' | 'dark';

/** Sets the theme that was chosen here before; a page's own default stands otherwise. */
export function restoreTheme(): void {
  const kept = chosen(lookChoice, ['light', 'dark']);
  if (kept) document.documentElement.dataset.theme = kept;
}

export function theme(): Theme {
  const forced = document.documentElement.dataset.theme;
  if (forced === 'light' || forced === 'dark') return forced;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function setTheme(next: Theme): void {
  document.documentElement.dataset.theme = next;
  keep(lookChoice, next);
}
