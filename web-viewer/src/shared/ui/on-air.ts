import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { common } from '../i18n/common.js';
import { clock } from '../i18n/format.js';
import { t, Translated } from '../i18n/language.js';
import { controls } from './controls.js';
import { EverySecond } from './every-second.js';

/** The on-air light: the word, always, and a clock that counts from the start of the program. */
@customElement('ro-on-air')
export class OnAir extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: inline-flex;
      }
      .light {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
        padding: 0.25rem 0.5rem;
        border-radius: 0.25rem;
        background: var(--on-air);
        color: #fff;
        font-size: 0.75rem;
        line-height: 1rem;
        font-weight: 700;
        letter-spacing: 0.04em;
        text-transform: uppercase;
        white-space: nowrap;
      }
      .dot {
        width: 0.5rem;
        height: 0.5rem;
        border-radius: 50%;
        background: #fff;
      }
      @media (prefers-reduced-motion: no-preference) {
        .dot {
          animation: breathe 2s ease-in-out infinite;
        }
      }
      @keyframes breathe {
        50% {
          opacity: 0.35;
        }
      }
    `,
  ];

  /** ISO 8601; without it the light has no clock. */
  @property() since: string | null = null;
  private readonly second = new EverySecond(this);

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const started = this.since ? Date.parse(this.since) : NaN;
    const seconds = (this.second.now() - started) / 1000;
    return html`<span class="light">
      <span class="dot"></span>${t(common.onAir)}
      ${Number.isNaN(seconds) ? nothing : html`<span class="figures">${clock(seconds)}</span>`}
    </span>`;
  }
}
