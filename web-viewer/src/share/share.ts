import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/copy-field.js';
import { dialogHead, dialogLook } from '../shared/ui/dialog.js';
import '../shared/ui/icon.js';
import { embedCode } from './embed-code.js';
import type { QrPath } from './qr.js';
import { words } from './words.js';

/** Light margin that scanners need around a code (ISO/IEC 18004 section 6.3.8). */
const MARGIN = 4;

/** A button, and behind it link, code for other pages, and a code to scan. */
@customElement('ro-share')
export class Share extends LitElement {
  static override styles = [
    controls,
    dialogLook,
    css`
      dialog {
        width: 40rem;
      }
      .body {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.5rem;
        margin-top: 1rem;
      }
      figure {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 1rem;
        font-size: 0.875rem;
      }
      .code {
        width: 11rem;
        height: 11rem;
        border-radius: var(--radius);
        background: #fff;
        shape-rendering: crispEdges;
      }
      .open {
        font-size: 0.875rem;
      }
    `,
  ];

  /** The page of the program. */
  @property() page = '';
  @property({ attribute: false }) program = '';
  @state() private code?: QrPath;
  @query('dialog') private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    return html`<button class="open" data-test="share-open" @click=${this.open}>
        <ro-icon name="link"></ro-icon>${t(words.share)}
      </button>
      <dialog aria-labelledby="title" data-test="share">
        ${dialogHead('title', t(words.title))}
        <div class="body">
          <ro-copy label=${t(words.link)} .value=${this.page} test="share-link"></ro-copy>
          <ro-copy
            label=${t(words.embed)}
            hint=${t(words.embedHint)}
            .value=${this.page ? embedCode(this.page, this.program) : ''}
            test="share-embed"
          ></ro-copy>
          ${this.code ? this.scan(this.code) : nothing}
          ${'share' in navigator
            ? html`<button @click=${this.other}>${t(words.other)}</button>`
            : nothing}
        </div>
      </dialog>`;
  }

  private scan({ side, path }: QrPath) {
    const whole = side + 2 * MARGIN;
    return html`<figure>
      <svg
        class="code"
        data-test="share-qr"
        role="img"
        aria-label=${t(words.scan)}
        viewBox="${-MARGIN} ${-MARGIN} ${whole} ${whole}"
      >
        ${svg`<path d=${path} fill="#000"></path>`}
      </svg>
      <figcaption>${t(words.scan)}</figcaption>
    </figure>`;
  }

  private async open(): Promise<void> {
    this.dialog.showModal();
    const { qrPath } = await import('./qr.js');
    this.code = qrPath(this.page);
  }

  private other(): void {
    void navigator.share({ title: this.program, url: this.page }).catch(() => {});
  }
}
