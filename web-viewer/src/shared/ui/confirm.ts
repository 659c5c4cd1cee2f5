import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controls } from './controls.js';

/** A question with two answers; focus starts on the harmless one. */
@customElement('ro-confirm')
export class Confirm extends LitElement {
  static override styles = [
    controls,
    css`
      dialog {
        width: min(27.5rem, calc(100vw - 2rem));
        padding: 1.5rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--text);
        box-shadow: var(--shadow-high);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 55%);
      }
      p {
        margin: 0.5rem 0 1.5rem;
        color: var(--quiet);
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 0.5rem;
      }
    `,
  ];

  @property() question = '';
  @property() detail = '';
  @property() yes = '';
  @property() no = '';
  /** Red is for what concerns being on air, nothing else. */
  @property({ type: Boolean }) onair = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

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

  private closed(): void {
    const event = this.dialog.returnValue === 'yes' ? 'yes' : 'no';
    this.dispatchEvent(new Event(event));
  }
}
