import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { common } from '../shared/i18n/common.js';
import { roughly } from '../shared/i18n/format.js';
import { t, Translated } from '../shared/i18n/language.js';
import type { Way, Why, Wish } from '../shared/player/live.js';
import { controls } from '../shared/ui/controls.js';
import { words } from './words.js';

/** The viewer chose how a live program comes. */
export class WishEvent extends Event {
  constructor(readonly wish: Wish) {
    super('wish', { bubbles: true, composed: true });
  }
}

/** Under a live picture, or over it: the two ways to choose from, which one plays, and how late it is. */
@customElement('ro-latency')
export class LatencySwitch extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
        padding: 0.75rem 0 0;
      }
      .ways {
        display: flex;
        flex: none;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .ways button {
        min-height: 2.75rem;
        padding: 0.5rem 1rem;
        border: 0;
        border-radius: calc(var(--radius) - 1px);
        background: transparent;
        color: var(--quiet);
        font-size: 0.875rem;
      }
      .ways button[aria-pressed='true'] {
        background: var(--raised);
        box-shadow: inset 0 0 0 1px var(--line);
        color: var(--text);
        font-weight: 600;
      }
      p {
        flex: 1 1 12.5rem;
        font-size: 0.875rem;
        line-height: 1.25rem;
      }
      .why {
        display: block;
        color: var(--quiet);
      }
      @media (max-width: 47.5rem) {
        :host {
          padding: 0.75rem 1rem 0;
        }
      }
      /* Over the picture, which is dark whatever the page is. */
      :host([over]) {
        --line: #2c3540;
        --text: #f0f3f6;
        --quiet: #a3adb8;
        --accent: #6cb2ff;
        --raised: #1f2630;
        gap: 0.25rem 0.75rem;
        padding: 0.5rem;
        pointer-events: auto;
      }
      :host([over]) .ways {
        background: rgb(14 17 22 / 88%);
      }
      :host([over]) .ways button {
        min-height: 2rem;
        padding: 0.25rem 0.75rem;
      }
      :host([over]) p {
        flex: 0 1 auto;
        padding: 0.25rem 0.5rem;
        border-radius: 0.25rem;
        background: rgb(14 17 22 / 88%);
        color: var(--text);
        font-size: 0.75rem;
        line-height: 1rem;
      }
      @media (max-width: 35rem), (max-height: 20rem) {
        :host([over]) p {
          position: absolute;
          width: 1px;
          height: 1px;
          padding: 0;
          overflow: hidden;
          clip-path: inset(50%);
          white-space: nowrap;
        }
      }
    `,
  ];

  @property() wish: Wish = 'smooth';
  /** Stands over the picture instead of under it. */
  @property({ type: Boolean, reflect: true }) over = false;
  @property() way: Way | null = null;
  @property() why: Why | null = null;
  @property({ attribute: false }) delay: number | null = null;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    return html`<div class="ways" role="group" aria-label=${t(words.latency)}>
        ${this.choice('low')} ${this.choice('smooth')}
      </div>
      <p class="figures" data-test="way" data-way=${this.way ?? ''} data-why=${this.why ?? ''}>
        ${this.playing()}${this.reason()}
      </p>`;
  }

  private choice(wish: Wish) {
    const low = wish === 'low';
    return html`<button
      data-test="wish-${wish}"
      aria-pressed=${this.wish === wish}
      title=${t(low ? words.lowLatencyHint : words.smoothHint)}
      @click=${() => this.dispatchEvent(new WishEvent(wish))}
    >
      ${t(low ? words.lowLatency : words.smooth)}
    </button>`;
  }

  private playing() {
    if (!this.way) return t(words.connecting);
    const name = t(this.way === 'whep' ? words.playsLow : words.playsSmooth);
    return this.delay === null
      ? name
      : t(words.playsBehind, name, t(common.behind, roughly(this.delay)));
  }

  private reason() {
    return this.why === null
      ? nothing
      : html`<span class="why" role="status" data-test="why">${t(words[this.why])}</span>`;
  }
}
