import { t } from '../shared/i18n/language.js';
import type { InputTrouble } from './inputs.js';
import { lobbyWords as words } from './words.js';

/** What is wrong with the devices and what to do, one sentence each. */
export function troubles(camera?: InputTrouble, microphone?: InputTrouble): string[] {
  if (camera === 'insecure' || microphone === 'insecure') return [t(words.insecure)];
  const found: string[] = [];
  if (camera) found.push(t(words[camera as 'denied'], t(words.camera)));
  if (microphone) found.push(t(words[microphone as 'denied'], t(words.microphone)));
  return found;
}
