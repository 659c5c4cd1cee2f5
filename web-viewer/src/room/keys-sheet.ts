import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { common } from '../shared/i18n/common.js';
import { t } from '../shared/i18n/language.js';
import type { Right } from '../shared/signal/messages.js';
import { controls } from '../shared/ui/controls.js';
import { Dialog, dialogHead, dialogLook } from '../shared/ui/dialog.js';
import { look } from './more-look.js';
import { shortcutsOf } from './shortcuts.js';
import { keyWords as words } from './words.js';

/** Which key does what. */
@customElement('ro-keys')
export class KeysSheet extends Dialog {
  static override styles = [
    controls,
    dialogLook,
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

  /** Keys that do nothing for oneself are not shown. */
  @property({ attribute: false }) rights: readonly Right[] = [];

  protected override render() {
    return html`<dialog aria-labelledby="keys" data-test="keys" @close=${this.closed}>
      ${dialogHead('keys', t(common.keys))}
      <dl>
        ${shortcutsOf(this.rights).map(
          ({ key, does }) => html`<dt><kbd>${key}</kbd></dt>
            <dd>${t(words[does])}</dd>`,
        )}
        ${this.rights.includes('broadcast')
          ? html`<dt><kbd>Shift</kbd> <kbd>B</kbd></dt>
              <dd>${t(words.onAir)}</dd>`
          : nothing}
      </dl>
    </dialog>`;
  }
}
