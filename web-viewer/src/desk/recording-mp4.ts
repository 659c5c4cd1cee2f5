import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asDownload } from '../shared/api/download.js';
import { asProblem } from '../shared/api/http.js';
import type { Station } from '../shared/api/station.js';
import { t, Translated } from '../shared/i18n/language.js';
import { explain } from '../shared/i18n/problems.js';
import { announce } from '../shared/ui/announcer.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import { look } from './recordings-look.js';
import { recordingWords as words } from './recording-words.js';

/** As `GET /api/recordings/{id}/mp4` tells it. */
interface Making {
  readonly state: 'none' | 'waiting' | 'making' | 'done' | 'failed';
  readonly percent: number;
  readonly mp4: string | null;
}

const ASK_EVERY = 2_000;

/** The download in which every take has one size: ordered, made, had. */
@customElement('ro-desk-mp4')
export class DeskMp4 extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) station!: Station;
  @property() path = '';
  @state() private making: Making = { state: 'none', percent: 0, mp4: null };
  @state() private error = '';
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(() => void this.ask('GET'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render() {
    return html`<div class="row" data-test="download" data-state=${this.making.state}>
        ${this.content()}
      </div>
      <p class="error" role="alert">${this.error}</p>`;
  }

  private content() {
    const { state, percent, mp4 } = this.making;
    switch (state) {
      case 'none':
      case 'failed':
        return html`<button data-test="download-order" @click=${() => this.ask('POST')}>
            ${t(words.order)}
          </button>
          <span class="small quiet">${t(state === 'failed' ? words.failed : words.orderHint)}</span>`;
      case 'waiting':
      case 'making':
        return html`<progress max="100" value=${percent} aria-label=${t(words.making)}></progress>
          <span class="small figures" data-test="download-percent"
            >${t(state === 'waiting' ? words.waiting : words.percent, percent)}</span
          >`;
      case 'done':
        return html`<a class="button" href=${asDownload(mp4 ?? '')} download data-test="download-had">
          <ro-icon name="download"></ro-icon>${t(words.oneSize)}
        </a>`;
    }
  }

  private async ask(method: 'GET' | 'POST'): Promise<void> {
    clearTimeout(this.timer);
    this.error = '';
    const before = this.making.state;
    try {
      this.making = await this.station.send<Making>(method, this.path);
    } catch (error) {
      this.error = explain(asProblem(error));
      return;
    }
    const { state } = this.making;
    if (state === 'done' && before === 'making') announce(t(words.made));
    const goesOn = state === 'waiting' || state === 'making';
    if (goesOn && this.isConnected) this.timer = setTimeout(() => void this.ask('GET'), ASK_EVERY);
  }
}
