import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { VISIBILITIES, type Access } from '../../shared/api/access.js';
import type { Visibility } from '../../shared/api/streaming.js';
import { accessWords } from '../../shared/i18n/access-words.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { controls } from '../../shared/ui/controls.js';
import '../../shared/ui/copy-field.js';
import { airWords as words } from './words.js';

/** What a host chose; `password` is empty where it stays as it is. */
export interface Audience {
  readonly visibility: Visibility;
  readonly password: string;
}

/** The password that counts: one that was typed before the choice fell on others opens nothing. */
export const passwordOf = ({ visibility, password }: Audience): string =>
  visibility === 'private' ? password : '';

/** Whether the station has to be told: each telling voids the invitations given before. */
export const differs = (chosen: Audience, access: Access): boolean =>
  chosen.visibility !== access.visibility || passwordOf(chosen) !== '';

/** Who may watch, and the link that goes with it. */
@customElement('ro-audience')
export class AudienceChoice extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .choice {
        flex: 1 1 auto;
        display: flex;
        align-items: center;
        gap: 0.5rem;
        min-height: 2.75rem;
        padding: 0 0.5rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--ground);
        cursor: pointer;
      }
      .choice:has(:checked) {
        border-color: var(--accent);
      }
      .choice input {
        flex: none;
        width: 1.25rem;
        height: 1.25rem;
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }
      .hint {
        display: block;
        margin-top: 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) access!: Access;
  @property({ attribute: false }) chosen!: Audience;
  @property({ type: Boolean }) busy = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { visibility } = this.chosen;
    const [, hint] = accessWords[visibility];
    return html`<fieldset aria-describedby="audience-hint">
        <legend class="label">${t(accessWords.title)}</legend>
        <div class="choices">${VISIBILITIES.map((choice) => this.choice(choice))}</div>
        <p id="audience-hint" class="hint tiny quiet">${t(hint)}</p>
      </fieldset>
      ${visibility === 'private' ? this.password() : nothing} ${this.link()}`;
  }

  private choice(choice: Visibility) {
    return html`<label class="choice">
      <input
        type="radio"
        name="visibility"
        data-test="air-${choice}"
        .checked=${this.chosen.visibility === choice}
        @change=${() => this.choose({ visibility: choice })}
      />
      <span>${t(accessWords[choice][0])}</span>
    </label>`;
  }

  private password() {
    const { password } = this.access;
    return html`<label>
      <span class="label">${t(password ? accessWords.newPassword : accessWords.password)}</span>
      <input
        type="text"
        maxlength="200"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        data-test="air-password"
        aria-describedby="password-hint"
        .value=${this.chosen.password}
        @input=${(event: InputEvent) =>
          this.choose({ password: (event.target as HTMLInputElement).value })}
      />
      <span id="password-hint" class="hint tiny quiet"
        >${t(password ? accessWords.keepHint : accessWords.passwordHint)}</span
      >
    </label>`;
  }

  /** An invitation exists once the station knows that the channel is private. */
  private link() {
    const { access, chosen } = this;
    if (chosen.visibility !== 'private') return this.copy(words.link, words.linkHint, access.page);
    if (differs(chosen, access)) {
      return html`<button
        type="button"
        data-test="air-invite"
        ?disabled=${this.busy}
        @click=${() => this.dispatchEvent(new Event('save'))}
      >
        ${t(words.makeInvitation)}
      </button>`;
    }
    return access.invitation
      ? this.copy(accessWords.invitation, words.invitationHint, access.invitation)
      : this.copy(words.link, words.linkHintPassword, access.page);
  }

  private copy(label: typeof words.link, hint: typeof words.link, value: string) {
    return html`<ro-copy
      label=${t(label)}
      hint=${t(hint)}
      .value=${value}
      test="air-link"
    ></ro-copy>`;
  }

  private choose(change: Partial<Audience>): void {
    const detail = { ...this.chosen, ...change };
    this.dispatchEvent(new CustomEvent<Audience>('choose', { detail }));
  }
}
