import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import { Copying } from '../shared/ui/copying.js';
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
  private readonly copying = new Copying(this);

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    return html`<button data-test="copy-link" @click=${this.copy}>
      <ro-icon name=${this.copying.done ? 'check' : 'link'}></ro-icon>
      ${t(this.copying.said ?? words.invite)}
    </button>`;
  }

  private copy(): void {
    void this.copying.copy(`${location.origin}/r/${this.room}`);
  }
}
