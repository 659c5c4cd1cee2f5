import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { common } from '../../shared/i18n/common.js';
import { t } from '../../shared/i18n/language.js';
import { controls } from '../../shared/ui/controls.js';
import { Dialog, dialogHead, dialogLook } from '../../shared/ui/dialog.js';
import { lobbyWords } from '../words.js';
import { chatWords as words } from './words.js';

/** Asks what one wants to be called. */
@customElement('ro-rename')
export class Rename extends Dialog {
  static override styles = [
    controls,
    dialogLook,
    css`
      dialog {
        width: 24rem;
      }
      .name {
        display: grid;
        gap: 1rem;
        margin-top: 0.5rem;
      }
    `,
  ];

  @property() name = '';
  @query('input') private field!: HTMLInputElement;

  protected override firstUpdated(): void {
    super.firstUpdated();
    this.field.select();
  }

  protected override render() {
    return html`<dialog aria-labelledby="rename" data-test="rename" @close=${this.closed}>
      ${dialogHead('rename', t(words.rename))}
      <form class="name" @submit=${this.submit}>
        <label>
          <span class="label">${t(lobbyWords.name)}</span>
          <input data-test="rename-name" maxlength="64" required autofocus .value=${this.name} />
        </label>
        <div class="answers">
          <button type="button" @click=${() => this.close()}>${t(common.cancel)}</button>
          <button class="primary" data-test="rename-save">${t(common.save)}</button>
        </div>
      </form>
    </dialog>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const name = this.field.value.trim();
    if (!name) return;
    this.close();
    if (name !== this.name) this.dispatchEvent(new CustomEvent('rename', { detail: name }));
  }
}
