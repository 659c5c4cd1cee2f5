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

/** Under a live picture: the two ways to choose from, which one plays, and how late it is. */
@customElement('ro-latency')
export class LatencySwitch extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        padding: 12px 0 0;
      }
      .ways {
        display: flex;
        flex: none;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .ways button {
        min-height: 44px;
        padding: 8px 16px;
        border: 0;
        border-radius: calc(var(--radius) - 1px);
        background: transparent;
        color: var(--quiet);
        font-size: 14px;
      }
      .ways button[aria-pressed='true'] {
        background: var(--raised);
        box-shadow: inset 0 0 0 1px var(--line);
        color: var(--text);
        font-weight: 600;
      }
      p {
        flex: 1 1 200px;
        font-size: 14px;
        line-height: 20px;
      }
      .why {
        display: block;
        color: var(--quiet);
      }
      @media (max-width: 760px) {
        :host {
          padding: 12px 16px 0;
        }
      }
    `,
  ];

  @property() wish: Wish = 'smooth';
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
