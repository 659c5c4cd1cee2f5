import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { accessWords } from '../../shared/i18n/access-words.js';
import { t } from '../../shared/i18n/language.js';
import { announce } from '../../shared/ui/announcer.js';
import { controls } from '../../shared/ui/controls.js';
import { Dialog, dialogLook } from '../../shared/ui/dialog.js';
import type { Program } from './program.js';
import { airWords as words } from './words.js';

/** The seconds before a program, in which it can be called back. */
@customElement('ro-counting')
export class Counting extends Dialog {
  static override styles = [
    controls,
    dialogLook,
    css`
      dialog {
        width: 24rem;
        padding: 0;
      }
      .body {
        display: grid;
        justify-items: center;
        gap: 0.5rem;
        padding: 1rem 1.5rem 1.5rem;
        text-align: center;
      }
      h2 {
        font-size: 1rem;
        line-height: 1.5rem;
      }
      .left {
        font-size: 4.5rem;
        line-height: 1.1;
        font-weight: 700;
      }
      .what {
        max-width: 100%;
        overflow-wrap: anywhere;
      }
      .answers {
        justify-content: center;
        margin-top: 0.5rem;
      }
      @media (max-height: 24rem) {
        .body {
          gap: 0.25rem;
          padding: 0.5rem 1rem 1rem;
        }
        .left {
          font-size: 3rem;
        }
      }
    `,
  ];

  @property({ type: Number }) left = 0;
  @property({ attribute: false }) program!: Program;
  /** Its name where the program has none. */
  @property() room = '';

  protected override firstUpdated(): void {
    super.firstUpdated();
    announce(t(words.countdownSaid, this.left, this.name), 'assertive');
  }

  private get name(): string {
    return this.program.title || this.room;
  }

  protected override render() {
    const { visibility } = this.program;
    return html`<dialog aria-labelledby="count" data-test="countdown" @close=${this.closed}>
      <div class="body">
        <h2 id="count">${t(words.countdown)}</h2>
        <p class="left figures" data-test="countdown-left">${this.left}</p>
        <p class="what">
          <b>${this.name}</b>
          ${visibility
            ? html`<br /><span class="quiet small">${t(accessWords[visibility][0])}</span>`
            : nothing}
        </p>
        <div class="answers">
          <button data-test="countdown-change" class="plain" @click=${this.change}>
            ${t(words.change)}
          </button>
          <button data-test="call-back" autofocus @click=${this.close}>
            ${t(words.callBack)}
          </button>
        </div>
      </div>
    </dialog>`;
  }

  private change(): void {
    this.dispatchEvent(new Event('change'));
  }
}
