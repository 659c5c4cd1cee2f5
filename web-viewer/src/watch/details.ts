import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Channel, Recording } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { bytes, clock, dayAndTime, roughly } from '../shared/i18n/format.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import { figures, type Figures } from './figures.js';
import { keysFor } from './key-help.js';
import { words } from './words.js';

/** On demand: the delay in words and in figures, what arrives, and the keys. */
@customElement('ro-details')
export class Details extends LitElement {
  static override styles = [
    controls,
    css`
      details {
        border-top: 1px solid var(--line);
      }
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
        gap: 1.5rem;
        padding-bottom: 0.5rem;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        align-content: start;
        gap: 0.5rem 1.5rem;
      }
      dt {
        color: var(--quiet);
      }
      li + li {
        margin-top: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) program!: Channel | Recording;
  @property({ type: Boolean }) live = false;
  @state() private now: Figures | null = null;
  private timer?: ReturnType<typeof setInterval>;

  constructor() {
    super();
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => (this.now = figures(this)), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render() {
    return html`<details data-test="details">
      <summary>${t(words.details)}</summary>
      <div class="columns small">
        <dl class="figures">
          ${this.delay()} ${this.picture()} ${this.recorded()}
        </dl>
        ${this.keys()}
      </div>
    </details>`;
  }

  private delay() {
    const seconds = this.live ? this.now?.delay : null;
    if (seconds === null || seconds === undefined) return nothing;
    return html`<dt>${t(words.delay)}</dt>
      <dd data-test="latency" data-seconds=${seconds.toFixed(2)}>
        ${t(common.behind, roughly(seconds))} (${t(words.seconds, seconds.toFixed(1))})
      </dd>`;
  }

  private picture() {
    const now = this.now;
    if (!now) return nothing;
    return html`<dt>${t(words.resolution)}</dt>
      <dd>${now.width ? `${now.width}×${now.height}` : '–'}</dd>
      <dt>${t(words.buffered)}</dt>
      <dd>${t(words.seconds, now.ahead.toFixed(1))}</dd>
      <dt>${t(words.dropped)}</dt>
      <dd>${now.dropped}</dd>`;
  }

  private recorded() {
    const { program } = this;
    if (!('mp4' in program)) return nothing;
    return html`<dt>${t(words.recordedAt)}</dt>
      <dd>${dayAndTime(program.startedAt)}</dd>
      <dt>${t(words.length)}</dt>
      <dd>${clock(program.duration)}</dd>
      <dt>${t(words.size)}</dt>
      <dd>${bytes(program.size)}</dd>`;
  }

  private keys() {
    return html`<div>
      <p class="label">${t(words.keys)}</p>
      <ul class="quiet">
        ${keysFor(this.live).map(([keys, what]) => html`<li>${keys.join(', ')}: ${what}</li>`)}
      </ul>
    </div>`;
  }
}
