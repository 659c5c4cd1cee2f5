import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { timeOfDay } from '../shared/i18n/format.js';
import { t, Translated } from '../shared/i18n/language.js';
import { nothingShown, type Shown } from '../shared/layer/layer.js';
import { layerWords as words } from './words.js';

/** What stands above the picture: who is seen, the station's mark, the time, a question. */
@customElement('ro-layer')
export class Layer extends LitElement {
  static override styles = css`
    :host {
      display: block;
      container-type: size;
      color: #f0f3f6;
      pointer-events: none;
      overflow: hidden;
    }
    .all {
      position: absolute;
      inset: 0;
      font-size: clamp(0.75rem, 2cqi, 2rem);
      line-height: 1.3;
    }
    .corner,
    .low {
      position: absolute;
      display: flex;
      gap: 0.5em;
    }
    .corner {
      top: var(--layer-top, 0.75rem);
      right: max(0.75rem, 2.5cqi);
      align-items: center;
      max-width: 60%;
    }
    .low {
      inset: auto max(0.75rem, 2.5cqi) var(--layer-bottom, 1rem);
      flex-direction: column;
      align-items: flex-start;
      transition: bottom 150ms;
    }
    p {
      margin: 0;
    }
    .plate {
      max-width: min(100%, 42em);
      padding: 0.375em 0.75em;
      box-sizing: border-box;
      border-radius: 0.375em;
      background: rgb(14 17 22 / 88%);
      overflow-wrap: anywhere;
      animation: come 150ms;
    }
    .name {
      font-size: 1.15em;
      font-weight: 700;
    }
    .title {
      color: #c6ced7;
    }
    .question {
      border-left: 0.25em solid #6cb2ff;
    }
    .question .text {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 4;
    }
    .caption {
      align-self: center;
      text-align: center;
    }
    .mark {
      font-weight: 700;
    }
    .clock {
      font-variant-numeric: tabular-nums;
    }
    .mark,
    .clock {
      padding: 0.2em 0.6em;
      border-radius: 0.375em;
      background: rgb(14 17 22 / 72%);
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .clock {
      flex: none;
    }
    .picture {
      max-width: 9em;
      max-height: 3em;
    }
    /* A low picture has room for what matters only. */
    @container (max-height: 15rem) {
      .question + .plate:not(.caption) {
        display: none;
      }
    }
    @container (max-height: 11rem) {
      .question .text {
        -webkit-line-clamp: 2;
      }
      .title {
        display: none;
      }
    }
    @keyframes come {
      from {
        opacity: 0;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .plate {
        animation: none;
      }
      .low {
        transition: none;
      }
    }
  `;

  @property({ attribute: false }) shown: Shown = nothingShown;
  /** What the mark's picture stands beside. */
  @property() base = '';
  /** Wall clock of the minute that is seen. */
  @property({ type: Number }) minute = 0;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    return html`<div class="all" role="group" aria-label=${t(words.layer)}>
      <div class="corner">${this.mark()} ${this.clock()}</div>
      <div class="low">${this.question()} ${this.person()} ${this.caption()}</div>
    </div>`;
  }

  private mark() {
    const { logo, picture } = this.shown;
    if (picture && this.base) {
      const address = new URL(picture, this.base).href;
      return html`<img class="picture" data-test="layer-logo" src=${address} alt=${logo} />`;
    }
    return logo ? html`<p class="mark" data-test="layer-logo">${logo}</p>` : nothing;
  }

  private clock() {
    if (!this.shown.clock || !this.minute) return nothing;
    const at = new Date(this.minute).toISOString();
    return html`<time class="clock" data-test="layer-clock" datetime=${at}
      >${timeOfDay(at)}</time
    >`;
  }

  private question() {
    const { question, asker } = this.shown;
    if (!question) return nothing;
    return html`<div class="plate question" data-test="layer-question">
      ${asker ? html`<p class="title">${t(words.asks, asker)}</p>` : nothing}
      <p class="text">${question}</p>
    </div>`;
  }

  private caption() {
    const { caption, language } = this.shown;
    if (!caption) return nothing;
    return html`<p class="plate caption" lang=${language} data-test="layer-caption">${caption}</p>`;
  }

  private person() {
    const { name, title } = this.shown;
    if (!name) return nothing;
    return html`<div class="plate" data-test="layer-name">
      <p class="name">${name}</p>
      ${title ? html`<p class="title">${title}</p>` : nothing}
    </div>`;
  }
}
