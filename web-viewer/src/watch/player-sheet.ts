import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';

/** A panel over the picture: settings, chapters, keys. Says `close` when it has done its work. */
@customElement('ro-player-sheet')
export class PlayerSheet extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        right: 0.5rem;
        bottom: 6.5rem;
        width: min(20rem, 100% - 1rem);
        max-height: calc(100% - 7rem);
        overflow: auto;
        border: 1px solid #2c3540;
        border-radius: var(--radius);
        background: rgb(14 17 22 / 94%);
        color: #f0f3f6;
        line-height: 1.25rem;
      }
      :host([whole]) {
        inset: 0;
        width: 100%;
        max-height: none;
        border: 0;
        border-radius: 0;
        background: #0e1116;
      }
      header button:focus-visible {
        outline-offset: -2px;
      }
      header {
        position: sticky;
        top: 0;
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 0 0 0 1rem;
        background: #0e1116;
        z-index: 1;
      }
      h2 {
        font-size: 1rem;
      }
      .body {
        padding: 0 1rem 1rem;
      }
    `,
  ];

  @property() name = '';
  /** Takes all of the picture, where that is small. */
  @property({ type: Boolean, reflect: true }) whole = false;
  @query('button') private closing!: HTMLElement;

  constructor() {
    super();
    new Translated(this);
  }

  protected override firstUpdated(): void {
    this.closing.focus();
  }

  protected override render() {
    return html`<section
      role="dialog"
      aria-label=${this.name}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.close()}
    >
      <header>
        <h2>${this.name}</h2>
        <button class="plain" data-test="sheet-close" aria-label=${t(common.close)} @click=${this.close}>
          <ro-icon name="remove"></ro-icon>
        </button>
      </header>
      <div class="body"><slot></slot></div>
    </section>`;
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }
}
