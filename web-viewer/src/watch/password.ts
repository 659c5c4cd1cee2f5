import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { asProblem, post } from '../shared/api/http.js';
import { t, Translated } from '../shared/i18n/language.js';
import { explain } from '../shared/i18n/problems.js';
import { announce } from '../shared/ui/announcer.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import { passwordWords as words } from './words.js';

/** A private program is open to this viewer; `right` is empty where none is needed any more. */
export class OpenEvent extends Event {
  constructor(readonly right: string) {
    super('open');
  }
}

/** What stands before a private program; tells nothing of it. Sends `open` once it is open. */
@customElement('ro-password')
export class PasswordForm extends LitElement {
  static override styles = [
    controls,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
        width: min(22.5rem, 100%);
        text-align: start;
      }
      h1 {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        font-size: 1.25rem;
      }
      .error {
        color: var(--attention);
        font-size: 0.875rem;
        line-height: 1.25rem;
      }
      .error:empty {
        display: none;
      }
      /* In a small frame all of it fits at once. */
      @media (max-height: 22.5rem) {
        form {
          grid-template-columns: minmax(0, 1fr) auto;
          align-items: end;
          gap: 0.5rem;
        }
        h1,
        .error {
          grid-column: 1 / -1;
        }
        label,
        button {
          grid-row: 2;
        }
        h1 {
          font-size: 1rem;
        }
        .hint {
          display: none;
        }
      }
    `,
  ];

  /** Where the right to watch is asked for. */
  @property() door = '';
  /** From an invitation link; tried once, by itself. */
  @property() invitation: string | null = null;
  /** Stands in a foreign page, which may hold the focus. */
  @property({ type: Boolean }) guest = false;
  @state() private busy = false;
  @state() private error = '';
  @query('input') private input!: HTMLInputElement;

  constructor() {
    super();
    new Translated(this);
  }

  protected override firstUpdated(): void {
    announce(t(words.title));
    if (this.invitation) void this.ask({ invite: this.invitation });
    else if (!this.guest) this.input.focus();
  }

  protected override render() {
    return html`<form novalidate data-test="password-form" @submit=${this.submit}>
      <h1><ro-icon name="lock"></ro-icon>${t(words.title)}</h1>
      <p class="hint quiet small">${t(words.hint)}</p>
      <label>
        <span class="label">${t(words.password)}</span>
        <input
          type="password"
          name="password"
          maxlength="200"
          autocomplete="current-password"
          data-test="watch-password"
          aria-describedby="watch-error"
          aria-invalid=${this.error ? 'true' : 'false'}
        />
      </label>
      <p id="watch-error" class="error" role="alert" data-test="watch-error">${this.error}</p>
      <button class="primary" data-test="watch-open" ?disabled=${this.busy}>
        ${t(this.busy ? words.asking : words.open)}
      </button>
    </form>`;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const password = this.input.value;
    this.error = password ? '' : t(words.missing);
    if (password && !this.busy) void this.ask({ password });
    else this.input.focus();
  }

  private async ask(body: { password: string } | { invite: string }): Promise<void> {
    this.busy = true;
    this.error = '';
    try {
      const { token } = await post<{ token: string }>(this.door, body);
      this.dispatchEvent(new OpenEvent(token));
    } catch (error) {
      const { code } = asProblem(error);
      if (code === 'not-private') this.dispatchEvent(new OpenEvent(''));
      else this.error = explain(asProblem(error), 'passwords');
    } finally {
      this.busy = false;
      await this.updateComplete;
      if (this.error) this.input.select();
    }
  }
}
