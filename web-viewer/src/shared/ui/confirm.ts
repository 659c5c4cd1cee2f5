import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from './controls.js';
import { Dialog, dialogLook } from './dialog.js';

/** A question with two answers; focus starts on the harmless one. */
@customElement('ro-confirm')
export class Confirm extends Dialog {
  static override styles = [
    controls,
    dialogLook,
    css`
      dialog {
        width: 27.5rem;
        padding: 1.5rem;
      }
      p {
        margin: 0.5rem 0 1.5rem;
        color: var(--quiet);
      }
    `,
  ];

  @property() question = '';
  @property() detail = '';
  @property() yes = '';
  @property() no = '';
  /** Red is for what concerns being on air, nothing else. */
  @property({ type: Boolean }) onair = false;

  protected override render() {
    return html`<dialog aria-labelledby="question" aria-describedby="detail" @close=${this.closed}>
      <h2 id="question">${this.question}</h2>
      <p id="detail">${this.detail}</p>
      <form method="dialog" class="answers">
        <button value="no" data-test="confirm-no" autofocus>${this.no}</button>
        <button value="yes" data-test="confirm-yes" class=${this.onair ? 'onair' : 'primary'}>
          ${this.yes}
        </button>
      </form>
    </dialog>`;
  }

  protected override closed(): void {
    const event = this.dialog.returnValue === 'yes' ? 'yes' : 'no';
    this.dispatchEvent(new Event(event));
  }
}
