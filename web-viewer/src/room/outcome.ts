import { html, type TemplateResult } from 'lit';
import { t } from '../shared/i18n/language.js';
import { lobbyWords } from './words.js';

/** A full page that says how it stands and what to do next. */
export function outcome(text: string, action: string, press: () => void): TemplateResult {
  return html`<div class="outcome" data-test="outcome" role="status">
    <h1 tabindex="-1">${text}</h1>
    <div class="actions">
      <button class="primary" data-test="again" @click=${press}>${action}</button>
      <a class="button" href="/">${t(lobbyWords.home)}</a>
    </div>
  </div>`;
}
