import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { reactions } from '../../shared/signal/messages.js';
import { controls } from '../../shared/ui/controls.js';
import { ask } from '../ask.js';
import { chatWords as words, signs } from './words.js';

/** The signs that one can show for a moment. */
@customElement('ro-react')
export class React extends LitElement {
  static override styles = [
    controls,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 0.25rem;
      }
      button {
        padding: 0.25rem;
        font: 1.5rem/1 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', var(--font);
      }
    `,
  ];

  constructor() {
    super();
    new Translated(this);
  }

  toFirst(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  protected override render() {
    return html`<div role="group" aria-label=${t(words.react)} data-test="reactions">
      ${reactions.map(
        (reaction) => html`<button
          class="plain"
          data-test="react-${reaction}"
          aria-label=${t(signs[reaction].says)}
          title=${t(signs[reaction].says)}
          @click=${() => ask(this, { type: 'react', reaction })}
        >
          ${signs[reaction].drawn}
        </button>`,
      )}
    </div>`;
  }
}
