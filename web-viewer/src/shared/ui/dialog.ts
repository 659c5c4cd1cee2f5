import { css, html, LitElement } from 'lit';
import { query } from 'lit/decorators.js';
import { common } from '../i18n/common.js';
import { t, Translated } from '../i18n/language.js';
import './icon.js';

/** Opens over the page as soon as it is there, and says `close` however it is shut. */
export abstract class Dialog extends LitElement {
  @query('dialog') protected dialog!: HTMLDialogElement;

  constructor() {
    super();
    new Translated(this);
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  /** Gives the focus back. */
  close(): void {
    this.dialog.close();
  }

  /** By Escape, a button, or ourselves. */
  protected closed(): void {
    this.dispatchEvent(new Event('close'));
  }
}

/** What it is about, named for `aria-labelledby`, and its way out. */
export const dialogHead = (id: string, title: string) => html`<div class="head">
  <h2 id=${id}>${title}</h2>
  <form method="dialog">
    <button class="plain" aria-label=${t(common.close)}>
      <ro-icon name="remove"></ro-icon>
    </button>
  </form>
</div>`;

/** What all dialogs have in common; each says how wide it is and what air it needs. */
export const dialogLook = css`
  dialog {
    max-width: calc(100vw - 1rem);
    max-height: calc(100dvh - 1rem);
    padding: 1rem 1.5rem 1.5rem;
    overflow: hidden auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--text);
    box-shadow: var(--shadow-high);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    margin-right: -0.75rem;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.5rem;
  }
`;
