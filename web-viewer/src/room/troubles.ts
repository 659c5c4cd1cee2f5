import { t } from '../shared/i18n/language.js';
import { thisBrowser, type Browser } from './browser.js';
import type { InputKind, InputTrouble } from './inputs.js';
import { lobbyWords as words } from './words.js';

/** What is wrong with the devices and what to do in this browser, one sentence each. */
export function troubles(
  camera?: InputTrouble,
  microphone?: InputTrouble,
  browser = thisBrowser(),
): string[] {
  if (camera === 'insecure' || microphone === 'insecure') return [t(words.insecure)];
  const found: string[] = [];
  if (camera) found.push(troubleOf('camera', camera, browser));
  if (microphone) found.push(troubleOf('microphone', microphone, browser));
  return found;
}

function troubleOf(kind: InputKind, trouble: InputTrouble, browser: Browser): string {
  const what = t(words[kind]);
  if (trouble === 'denied' && browser !== 'chromium') return t(words.deniedIn[browser], what);
  return t(words[trouble as 'denied'], what);
}
