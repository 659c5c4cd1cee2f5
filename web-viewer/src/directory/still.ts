import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../shared/ui/icon.js';

const RENEW_EVERY = 5_000;

/** A still picture 16:9, never stretched; a live one renews itself while the page is looked at. */
@customElement('ro-still')
export class Still extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      place-items: center;
      aspect-ratio: 16 / 9;
      background: #0e1116;
      color: #5b6672;
    }
    img,
    ro-icon {
      grid-area: 1 / 1;
    }
    img {
      width: 100%;
      height: 100%;
      min-height: 0;
      object-fit: contain;
    }
    ro-icon {
      width: min(2.5rem, 40%);
      height: min(2.5rem, 60%);
    }
  `;

  @property() src = '';
  @property({ type: Boolean }) live = false;
  @state() private shown = '';
  private timer?: ReturnType<typeof setInterval>;
  private turn = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => {
      if (this.live && !document.hidden) this.load();
    }, RENEW_EVERY);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('src')) this.load();
  }

  protected override render() {
    return html`<ro-icon name="play"></ro-icon>${this.shown
        ? html`<img src=${this.shown} alt="" />`
        : ''}`;
  }

  /** The new picture replaces the old one only once it is there: no flicker, no broken image. */
  private load(): void {
    if (!this.src) return;
    const url = this.live ? withTurn(this.src, Math.floor(Date.now() / RENEW_EVERY)) : this.src;
    const turn = ++this.turn;
    const image = new Image();
    image.onload = () => {
      if (turn === this.turn) this.shown = url;
    };
    image.src = url;
  }
}

const withTurn = (url: string, turn: number) => `${url}${url.includes('?') ? '&' : '?'}t=${turn}`;
