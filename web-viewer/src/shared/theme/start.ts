import { forgetArrived, handOverInLinks } from '../choice.js';
import { languageTag, onLanguage } from '../i18n/language.js';
import { followArrows, onTv } from '../ui/spatial.js';
import { restoreTheme } from './theme.js';

/** What every page does first: theme and document language as this browser had them. */
export function startPage(title: () => string): void {
  restoreTheme();
  forgetArrived();
  handOverInLinks();
  if (onTv()) followArrows();
  const tell = () => {
    document.documentElement.lang = languageTag();
    document.title = title();
  };
  tell();
  onLanguage(tell);
}
