import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { common } from '../i18n/common.js';
import { t, Translated } from '../i18n/language.js';
import { controls } from './controls.js';
import { Copying } from './copying.js';
import './icon.js';

/** A value to take along: shown in one line (secrets covered), copied by one press. */
@customElement('ro-copy')
export class CopyField extends LitElement {
  static override styles = [
    controls,
    css`
      .row {
        display: flex;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--ground);
      }
      output {
        flex: 1;
        min-width: 0;
        padding: 0.75rem;
        overflow: auto;
        scrollbar-width: none;
        white-space: nowrap;
        font: 400 0.875rem/1.25rem var(--mono);
        user-select: all;
      }
      button {
        border: 0;
        border-left: 1px solid var(--line);
        border-radius: 0;
        background: transparent;
        font-size: 0.875rem;
      }
      button:last-child {
        border-radius: 0 0.4375rem 0.4375rem 0;
      }
      .icon {
        width: 1.25rem;
        height: 1.25rem;
      }
      .hint {
        margin-top: 0.25rem;
      }
    `,
  ];

  @property() label = '';
  @property() hint = '';
  @property() value = '';
  @property({ type: Boolean }) secret = false;
  @property({ attribute: 'test' }) test = '';
  private readonly copying = new Copying(this);
  @state() private shown = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const covered = this.secret && !this.shown;
    return html`<span class="label" id="label">${this.label}</span>
      <div class="row" role="group" aria-labelledby="label">
        <output aria-labelledby="label" tabindex="0" data-test=${this.test} data-value=${this.value}
          >${covered ? '•'.repeat(24) : this.value}</output
        >
        ${this.secret
          ? html`<button @click=${() => (this.shown = !this.shown)}>
              ${t(covered ? common.show : common.hide)}
            </button>`
          : nothing}
        <button @click=${() => void this.copying.copy(this.value)}>
          <ro-icon class="icon" name=${this.copying.done ? 'check' : 'copy'}></ro-icon>
          ${t(this.copying.said ?? common.copy)}
        </button>
      </div>
      ${this.hint ? html`<p class="hint tiny quiet">${this.hint}</p>` : nothing}`;
  }
}
