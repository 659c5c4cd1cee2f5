import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  accessOf,
  giveAccess,
  SHORTEST_PASSWORD,
  VISIBILITIES,
  type Access,
} from '../shared/api/access.js';
import { asProblem } from '../shared/api/http.js';
import type { Station } from '../shared/api/station.js';
import type { Visibility } from '../shared/api/streaming.js';
import { accessWords as words } from '../shared/i18n/access-words.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { explain } from '../shared/i18n/problems.js';
import { announce } from '../shared/ui/announcer.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/copy-field.js';
import '../shared/ui/icon.js';
import { look } from './access-look.js';

/** Who may watch the programs of this channel: chosen, then saved by one press. */
@customElement('ro-desk-access')
export class DeskAccess extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) station!: Station;
  @state() private access?: Access;
  @state() private chosen: Visibility = 'public';
  @state() private password = '';
  @state() private busy = false;
  @state() private error = '';
  @state() private saved = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('station')) void this.load();
  }

  private async load(): Promise<void> {
    await this.carry(async () => this.show(await accessOf(this.station)));
  }

  private show(access: Access): void {
    this.access = access;
    this.chosen = access.visibility;
    this.password = '';
  }

  protected override render() {
    const { access } = this;
    return html`<section class="panel" aria-labelledby="access" data-test="desk-access">
      <h2 id="access">${t(words.title)}</h2>
      ${access
        ? html`${this.form(access)} ${this.links(access)}`
        : html`<p class="quiet">${this.error ? nothing : t(common.loading)}</p>`}
      <p class="error" role="alert" data-test="access-error">${this.error}</p>
      ${access || !this.error
        ? nothing
        : html`<button @click=${this.load}>${t(common.tryAgain)}</button>`}
    </section>`;
  }

  private form(access: Access) {
    return html`<form novalidate @submit=${this.save}>
      <fieldset>
        <legend class="unseen">${t(words.title)}</legend>
        ${VISIBILITIES.map((choice) => this.choice(choice))}
      </fieldset>
      ${this.chosen === 'private' ? this.passwordField(access) : nothing}
      <div class="row">
        <button class="primary" data-test="access-save" ?disabled=${this.busy}>
          ${t(this.busy ? words.saving : common.save)}
        </button>
        <span class="small" role="status" data-test="access-saved"
          >${this.saved ? this.savedWords(access) : ''}</span
        >
      </div>
      <p class="quiet small">${t(words.recordings)}</p>
    </form>`;
  }

  private savedWords(access?: Access): string {
    return t(access?.visibility === 'private' ? words.saved : words.savedOpen);
  }

  private choice(choice: Visibility) {
    const [name, hint] = words[choice];
    return html`<label class="choice">
      <input
        type="radio"
        name="visibility"
        value=${choice}
        data-test="access-${choice}"
        .checked=${this.chosen === choice}
        @change=${() => this.choose(choice)}
      />
      <span><b>${t(name)}</b><span class="quiet small hint">${t(hint)}</span></span>
    </label>`;
  }

  private passwordField(access: Access) {
    return html`<label>
      <span class="label">${t(access.password ? words.newPassword : words.password)}</span>
      <input
        type="text"
        name="password"
        maxlength="200"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        data-test="access-password"
        aria-describedby="password-hint"
        .value=${this.password}
        @input=${(event: Event) => (this.password = (event.target as HTMLInputElement).value)}
      />
      <span id="password-hint" class="quiet small hint"
        >${t(access.password ? words.keepHint : words.passwordHint)}</span
      >
    </label>`;
  }

  private links({ visibility, invitation, page }: Access) {
    if (visibility === 'private' && invitation) {
      return html`<ro-copy
        label=${t(words.invitation)}
        hint=${t(words.invitationHint)}
        .value=${invitation}
        test="invitation"
      ></ro-copy>`;
    }
    return html`<ro-copy
      label=${t(words.link)}
      hint=${t(words.linkHint)}
      .value=${page}
      test="channel-link"
    ></ro-copy>`;
  }

  private choose(choice: Visibility): void {
    this.chosen = choice;
    this.saved = false;
    this.error = '';
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { chosen, password } = this;
    const given = chosen === 'private' && password !== '';
    if (given && password.length < SHORTEST_PASSWORD) {
      this.error = t(words.tooShort);
      return;
    }
    await this.carry(async () => {
      this.show(await giveAccess(this.station, chosen, given ? password : ''));
      this.saved = true;
      announce(this.savedWords(this.access));
    });
  }

  private async carry(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = '';
    this.saved = false;
    try {
      await work();
    } catch (error) {
      this.error = explain(asProblem(error));
    } finally {
      this.busy = false;
    }
  }
}
