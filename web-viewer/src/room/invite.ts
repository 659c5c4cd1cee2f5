import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { announce } from '../shared/ui/announcer.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import { words } from './words.js';

/** Copies the guests' link, never the host's. */
@customElement('ro-invite')
export class Invite extends LitElement {
  static override styles = [
    controls,
    css`
      button {
        width: 100%;
        font-size: 0.875rem;
      }
    `,
  ];

  @property() room = '';
  @state() private copied = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    return html`<button data-test="copy-link" @click=${this.copy}>
      <ro-icon name=${this.copied ? 'check' : 'link'}></ro-icon>
      ${t(this.copied ? common.copied : words.invite)}
    </button>`;
  }

  private async copy(): Promise<void> {
    await navigator.clipboard?.writeText(`${location.origin}/r/${this.room}`);
    this.copied = true;
    announce(t(common.copied));
    setTimeout(() => (this.copied = false), 2000);
  }
}
