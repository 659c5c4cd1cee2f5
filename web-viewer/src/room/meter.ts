import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';

/** A level meter; decorative: what it says stands in words beside it. */
@customElement('ro-meter')
export class Meter extends LitElement {
  static override styles = css`
    :host {
      display: block;
      height: 0.25rem;
      border-radius: 0.125rem;
      overflow: hidden;
      background: color-mix(in srgb, var(--text) 14%, transparent);
    }
    div {
      height: 100%;
      border-radius: inherit;
      background: var(--meter, var(--accent));
      transform: scaleX(0);
      transform-origin: left;
      transition: transform 120ms linear;
    }
    @media (prefers-reduced-motion: reduce) {
      div {
        transition: none;
      }
    }
  `;

  /** 0 to 1. */
  @property({ type: Number }) value = 0;
  @query('div') private bar!: HTMLElement;

  protected override render() {
    return html`<div></div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('value')) this.bar.style.transform = `scaleX(${this.value.toFixed(3)})`;
  }
}
