import { css, html, LitElement } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import { look } from './more-look.js';
import { shortcuts } from './shortcuts.js';
import { keyWords as words } from './words.js';

/** Which key does what. */
@customElement('ro-keys')
export class KeysSheet extends LitElement {
  static override styles = [
    controls,
    look,
    css`
      dl {
        align-items: center;
      }
      kbd {
        display: inline-block;
        min-width: 2rem;
        padding: 0.25rem 0.5rem;
        border: 1px solid var(--line);
        border-radius: 0.25rem;
        background: var(--surface);
        font: 600 0.875rem/1.25rem var(--font);
        text-align: center;
      }
    `,
  ];

  @query('dialog') private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new Translated(this);
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected override render() {
    return html`<dialog
      aria-labelledby="keys"
      data-test="keys"
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <div class="head">
        <h2 id="keys">${t(words.title)}</h2>
        <form method="dialog">
          <button class="plain" aria-label=${t(common.close)}>
            <ro-icon name="remove"></ro-icon>
          </button>
        </form>
      </div>
      <dl>
        ${shortcuts.map(
          ({ key, does }) => html`<dt><kbd>${key}</kbd></dt>
            <dd>${t(words[does])}</dd>`,
        )}
        <dt><kbd>Shift</kbd> <kbd>B</kbd></dt>
        <dd>${t(words.onAir)}</dd>
      </dl>
    </dialog>`;
  }
}
