import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { asProblem } from '../shared/api/http.js';
import type { Station } from '../shared/api/station.js';
import type { Announcement } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { dayAndTime } from '../shared/i18n/format.js';
import { t, Translated } from '../shared/i18n/language.js';
import { explain } from '../shared/i18n/problems.js';
import { announce } from '../shared/ui/announcer.js';
import '../shared/ui/confirm.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import './announce-form.js';
import type { SaveEvent } from './announce-form.js';
import { bodyOf, formOf, fresh, type Form } from './announce.js';
import { words } from './coming-words.js';

/** The desk's section for programs to come: announce, change, delete. */
@customElement('ro-desk-coming')
export class DeskComing extends LitElement {
  static override styles = [
    controls,
    css`
      section {
        display: grid;
        gap: 1rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
        padding: 0.5rem 0;
        border-top: 1px solid var(--line);
      }
      .what {
        flex: 1 1 12.5rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      li button {
        font-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) station!: Station;
  @state() private list: readonly Announcement[] | null = null;
  /** Which is being changed; an empty id for a new one. */
  @state() private open: { readonly id: string; readonly form: Form } | null = null;
  @state() private leaving: Announcement | null = null;
  @state() private trouble = '';

  constructor() {
    super();
    new Translated(this);
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  private get path(): string {
    return `/api/channels/${this.station.room}/announcements`;
  }

  private async load(): Promise<void> {
    await this.attempt(async () => {
      this.list = await this.station.send<Announcement[]>('GET', this.path);
    });
  }

  /** Does it, or says why it could not be done. */
  private async attempt(task: () => Promise<void>): Promise<void> {
    this.trouble = '';
    try {
      await task();
    } catch (error) {
      this.trouble = explain(asProblem(error));
    }
  }

  private async save({ detail: { form, picture } }: SaveEvent): Promise<void> {
    const id = this.open?.id ?? '';
    await this.attempt(async () => {
      const saved = id
        ? await this.station.send<Announcement>('PATCH', `${this.path}/${id}`, bodyOf(form))
        : await this.station.send<Announcement>('POST', this.path, bodyOf(form));
      this.open = { id: saved.id, form };
      if (picture) await this.station.upload(`${this.path}/${saved.id}/picture`, picture);
      this.open = null;
      announce(t(words.saved));
    });
    const before = this.trouble;
    await this.load();
    this.trouble ||= before;
  }

  private async takeBack(one: Announcement): Promise<void> {
    this.leaving = null;
    await this.attempt(async () => {
      await this.station.send('DELETE', `${this.path}/${one.id}`);
      announce(t(words.removed));
    });
    const before = this.trouble;
    await this.load();
    this.trouble ||= before;
  }

  protected override render() {
    return html`<section class="panel" aria-labelledby="coming" data-test="desk-coming">
      <div>
        <h2 id="coming">${t(common.coming)}</h2>
        <p class="small quiet">${t(words.lead)}</p>
      </div>
      ${this.trouble
        ? html`<p class="notice" role="alert" data-test="coming-trouble">
            <ro-icon name="warning"></ro-icon>${this.trouble}
          </p>`
        : nothing}
      ${this.announced()} ${this.open ? this.form(this.open.id, this.open.form) : this.adding()}
      ${this.leaving ? this.asking(this.leaving) : nothing}
    </section>`;
  }

  private announced() {
    if (!this.list) return html`<p class="quiet">${t(common.loading)}</p>`;
    if (this.list.length === 0) return html`<p class="quiet">${t(words.none)}</p>`;
    return html`<ul data-test="coming-announced">
      ${repeat(
        this.list,
        ({ id }) => id,
        (one) => html`<li data-test="announced-${one.id}">
          <div class="what">
            <h3>${one.title}</h3>
            <p class="small quiet figures">${dayAndTime(one.startsAt)}</p>
          </div>
          <button data-test="change" @click=${() => this.change(one)}>${t(words.change)}</button>
          <button data-test="delete" @click=${() => (this.leaving = one)}>
            ${t(common.remove)}
          </button>
        </li>`,
      )}
    </ul>`;
  }

  private change(one: Announcement): void {
    this.open = { id: one.id, form: formOf(one) };
  }

  private adding() {
    return html`<div>
      <button
        class="primary"
        data-test="announce"
        @click=${() => {
          this.open = { id: '', form: fresh(this.list?.at(-1)?.host ?? '', Date.now()) };
        }}
      >
        <ro-icon name="plus"></ro-icon>${t(words.add)}
      </button>
    </div>`;
  }

  private form(id: string, form: Form) {
    return html`<ro-announce-form
      .form=${form}
      ?changes=${id !== ''}
      @save=${this.save}
      @cancel=${() => (this.open = null)}
    ></ro-announce-form>`;
  }

  private asking(one: Announcement) {
    return html`<ro-confirm
      question=${t(words.removeAsk, one.title)}
      detail=${t(words.removeHint)}
      yes=${t(common.remove)}
      no=${t(common.cancel)}
      @yes=${() => this.takeBack(one)}
      @no=${() => (this.leaving = null)}
    ></ro-confirm>`;
  }
}
