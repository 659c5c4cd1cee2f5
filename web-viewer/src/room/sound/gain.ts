import { t } from '../../shared/i18n/language.js';
import { words } from './words.js';

/** What the server takes, in decibels. */
export const GAIN = { least: -20, most: 6, step: 2 };

/** A gain as a figure: “−6 dB”, “+4 dB”; empty where nothing was changed. */
export function gainFigure(gain: number): string {
  if (gain === 0) return '';
  return `${gain < 0 ? '−' : '+'}${Math.abs(gain)} dB`;
}

/** A gain in words, of somebody else. */
export function gainWords(gain: number): string {
  if (gain === 0) return '';
  return t(gain < 0 ? words.turnedDown : words.turnedUp, Math.abs(gain));
}

/** What it is told to whom it concerns. */
export function gainNotice(gain: number): string {
  if (gain === 0) return t(words.youAreUnchanged);
  return t(gain < 0 ? words.youAreTurnedDown : words.youAreTurnedUp, Math.abs(gain));
}
