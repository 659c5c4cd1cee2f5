import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asProblem, json } from '../shared/api/http.js';
import type { Station } from '../shared/api/station.js';
import { common } from '../shared/i18n/common.js';
import { language, t, Translated } from '../shared/i18n/language.js';
import { explain } from '../shared/i18n/problems.js';
import { announce } from '../shared/ui/announcer.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import { captionWords as words } from './caption-words.js';
import { look } from './recordings-look.js';

/** Captions of a recording as `captions.json` tells them. */
interface Captions {
  readonly language: string;
  readonly name: string;
  readonly file: string;
}

/** What a host may choose from; the server takes every language. */
const LANGUAGES = [
  ...['en', 'zh-CN', 'zh-TW', 'ar', 'bn', 'cs', 'da', 'de', 'el', 'es', 'fa', 'fi', 'fr', 'he', 'hi'],
  ...['hu', 'id', 'it', 'ja', 'ko', 'nl', 'no', 'pl', 'pt-BR', 'pt', 'ro', 'ru', 'sv', 'sw', 'th'],
  ...['tr', 'uk', 'ur', 'vi'],
];

/** The captions of one recording: which there are, and a file for one more. */
@customElement('ro-desk-captions')
export class DeskCaptions extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) station!: Station;
  /** Where it is managed, `/api/recordings/{id}`. */
  @property() path = '';
  /** Its master playlist; what can be read stands beside it. */
  @property() hls = '';
  @state() private all: readonly Captions[] | null = null;
  @state() private error = '';
  @state() private busy = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    return html`<details data-test="captions" @toggle=${this.open}>
      <summary>${t(words.captions)}</summary>
      ${this.all ? this.content(this.all) : nothing}
      <p class="error" role="alert" data-test="captions-error">${this.error}</p>
    </details>`;
  }

  private content(all: readonly Captions[]) {
    return html`<p class="small quiet">${t(words.hint)}</p>
      ${all.map(
        (one) =>
          html`<div class="row" data-test="captions-of" data-language=${one.language}>
            <a href=${new URL(one.file, this.hls).href} download>${one.name}</a>
            <button
              data-test="captions-remove"
              aria-label=${t(words.remove, one.name)}
              ?disabled=${this.busy}
              @click=${() => this.carry(() => this.station.send('DELETE', this.at(one.language)))}
            >
              ${t(common.remove)}
            </button>
          </div>`,
      )}
      <div class="row">
        <label>
          <span class="label">${t(words.language)}</span>
          <select data-test="captions-language">
            ${LANGUAGES.map(
              (tag) =>
                html`<option value=${tag} ?selected=${tag.startsWith(language())}>${nameOf(tag)}</option>`,
            )}
          </select>
        </label>
        <label>
          <span class="label">${t(words.file)}</span>
          <input
            type="file"
            accept=".vtt,text/vtt"
            data-test="captions-file"
            ?disabled=${this.busy}
            @change=${this.upload}
          />
        </label>
      </div>`;
  }

  private at(tag: string): string {
    return `${this.path}/captions/${encodeURIComponent(tag)}`;
  }

  private open(event: Event): void {
    if (!(event.target as HTMLDetailsElement).open || this.all) return;
    void this.carry(() => json<Captions[]>(new URL('captions.json', this.hls).href));
  }

  private upload(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    const tag = this.renderRoot.querySelector('select')?.value;
    if (!file || !tag) return;
    void this.carry(async () => {
      const words = new Blob([file], { type: 'text/vtt' });
      return this.station.upload<Captions[]>(this.at(tag), words);
    }, t(words.kept)).finally(() => (input.value = ''));
  }

  private async carry(work: () => Promise<Captions[]>, done = ''): Promise<void> {
    this.busy = true;
    this.error = '';
    try {
      this.all = await work();
      if (done) announce(done);
    } catch (error) {
      this.error = said(error);
    }
    this.busy = false;
  }
}

/** What is wrong in a file stands in the server's words, with the line. */
function said(error: unknown): string {
  const { code, detail } = asProblem(error);
  return code === 'bad-captions' ? t(words.bad, detail) : explain(asProblem(error));
}

function nameOf(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
