import { html, type TemplateResult } from 'lit';
import type { Slot } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { timeOfDay } from '../shared/i18n/format.js';
import { t } from '../shared/i18n/language.js';
import { words } from './words.js';

/** When it is or was, in words; nobody knows when a live program ends. */
export function when({ kind, from, until }: Slot): string {
  return kind === 'now'
    ? t(words.since, timeOfDay(from))
    : t(words.span, timeOfDay(from), timeOfDay(until));
}

export function stateOf({ kind }: Slot): string {
  return t({ now: common.onAir, was: words.was, coming: common.coming }[kind]);
}

/** State, never by colour alone, and time. */
export function whenLine(slot: Slot): TemplateResult {
  return html`<span class="when figures"
    ><span class="state">${stateOf(slot)}</span> · ${when(slot)}</span
  >`;
}
