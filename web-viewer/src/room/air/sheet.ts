import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { accessOf, giveAccess, SHORTEST_PASSWORD, type Access } from '../../shared/api/access.js';
import { asProblem } from '../../shared/api/http.js';
import type { Station } from '../../shared/api/station.js';
import { accessWords } from '../../shared/i18n/access-words.js';
import { common } from '../../shared/i18n/common.js';
import { t } from '../../shared/i18n/language.js';
import { explain } from '../../shared/i18n/problems.js';
import { controls } from '../../shared/ui/controls.js';
import { Dialog, dialogLook } from '../../shared/ui/dialog.js';
import '../../shared/ui/icon.js';
import type { SessionState } from '../session-state.js';
import { barWords } from '../words.js';
import './audience.js';
import { differs, passwordOf, type Audience } from './audience.js';
import { SECONDS } from './going.js';
import './preview.js';
import type { Program } from './program.js';
import { look } from './sheet-look.js';
import { airWords as words } from './words.js';

/** Title of at most as many characters as the center takes. */
const LONGEST_TITLE = 200;

/** Before the first program: what it is called, who may watch, what will be seen. */
@customElement('ro-air-sheet')
export class AirSheet extends Dialog {
  static override styles = [controls, dialogLook, look];

  @property({ attribute: false }) session!: SessionState;
  @property({ attribute: false }) own: MediaStreamTrack | null = null;
  @property({ attribute: false }) station: Station | null = null;
  @property({ attribute: false }) remembered: Program | null = null;
  @property({ type: Boolean }) ready = false;
  @state() private access?: Access;
  @state() private chosen: Audience = { visibility: 'public', password: '' };
  @state() private unknown = '';
  @state() private error = '';
  @state() private busy = false;
  private loaded: Promise<void> = Promise.resolve();
  @query('[name=title]') private field!: HTMLInputElement;

  protected override firstUpdated(): void {
    this.loaded = this.load();
    super.firstUpdated();
  }

  protected override render() {
    return html`<dialog aria-labelledby="go" data-test="air-sheet" @close=${this.closed}>
      <form novalidate @submit=${this.submit}>
        <h2 id="go">${t(barWords.goOnAir)}</h2>
        <ro-air-preview .session=${this.session} .own=${this.own}></ro-air-preview>
        <div class="said">${this.naming()} ${this.audience()}</div>
        <div class="end">
          <p class="tiny quiet">${t(words.takesSeconds, SECONDS)}</p>
          <p class="error" role="alert" data-test="air-error">${this.trouble()}</p>
          ${this.answers()}
        </div>
      </form>
    </dialog>`;
  }

  private trouble(): string {
    return this.error || (this.ready ? '' : t(words.away));
  }

  private naming() {
    const room = this.session.room?.title ?? '';
    return html`<label>
      <span class="label">${t(common.title)}</span>
      <input
        name="title"
        maxlength=${LONGEST_TITLE}
        autocomplete="off"
        data-test="air-title"
        aria-describedby="title-hint"
        .defaultValue=${this.remembered?.title || room}
      />
      <span id="title-hint" class="hint tiny quiet">${t(words.titleHint, room)}</span>
    </label>`;
  }

  private audience() {
    if (this.unknown) {
      return html`<p class="notice" data-test="air-unknown">
        <ro-icon name="warning"></ro-icon>${t(words.audienceUnknown, this.unknown)}
      </p>`;
    }
    if (!this.access) return html`<p class="quiet small">${t(common.loading)}</p>`;
    return html`<ro-audience
      .access=${this.access}
      .chosen=${this.chosen}
      ?busy=${this.busy}
      @choose=${this.choose}
      @save=${this.save}
    ></ro-audience>`;
  }

  private answers() {
    return html`<div class="answers">
      <button type="button" data-test="air-cancel" @click=${this.close}>
        ${t(common.cancel)}
      </button>
      <button
        class="primary"
        data-test="air-go"
        autofocus
        ?disabled=${this.busy || !this.ready}
      >
        <ro-icon name="broadcast"></ro-icon>${t(this.busy ? accessWords.saving : barWords.goOnAir)}
      </button>
    </div>`;
  }

  private choose(event: CustomEvent<Audience>): void {
    this.chosen = event.detail;
    this.error = '';
  }

  private async load(): Promise<void> {
    try {
      if (!this.station) throw new Error('no host key');
      this.show(await accessOf(this.station));
    } catch (error) {
      this.unknown = explain(asProblem(error));
    }
  }

  private show(access: Access): void {
    this.access = access;
    this.chosen = { visibility: access.visibility, password: '' };
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.loaded;
    if (this.busy || !(await this.save()) || !this.isConnected) return;
    const program: Program = {
      title: this.field.value.trim(),
      visibility: this.access?.visibility ?? null,
    };
    this.dispatchEvent(new CustomEvent<Program>('start', { detail: program }));
  }

  /** Whether the station has what was chosen. */
  private async save(): Promise<boolean> {
    const { access, chosen, station } = this;
    if (!access || !station || !differs(chosen, access)) return true;
    const password = passwordOf(chosen);
    if (password !== '' && password.length < SHORTEST_PASSWORD) {
      this.error = t(accessWords.tooShort);
      return false;
    }
    this.busy = true;
    this.error = '';
    try {
      this.show(await giveAccess(station, chosen.visibility, password));
      return true;
    } catch (error) {
      this.error = explain(asProblem(error));
      return false;
    } finally {
      this.busy = false;
    }
  }
}
