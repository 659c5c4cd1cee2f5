import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../../shared/ui/controls.js';
import type { SessionState } from '../session-state.js';
import { signs } from './words.js';

/** Signs over the stage: of this page alone, never of the picture itself. */
@customElement('ro-floating')
export class Floating extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 0;
        overflow: hidden;
        pointer-events: none;
      }
      p {
        position: absolute;
        bottom: 3rem;
        display: grid;
        justify-items: center;
        max-width: 8rem;
        animation: rise 4s ease-out both;
      }
      .sign {
        color: #f0f3f6;
        font: 2.5rem/1 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', var(--font);
      }
      .who {
        max-width: 100%;
        padding: 0.125rem 0.5rem;
        overflow: hidden;
        border-radius: 0.25rem;
        background: rgb(14 17 22 / 80%);
        color: #f0f3f6;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(1rem);
        }
        15% {
          opacity: 1;
        }
        80% {
          opacity: 1;
        }
        to {
          opacity: 0;
          transform: translateY(-10rem);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        p {
          animation: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: SessionState;

  protected override render() {
    const people = this.session.room?.participants ?? [];
    return repeat(
      this.session.signs,
      ({ key }) => key,
      ({ key, participant, reaction }) => html`<p
        aria-hidden="true"
        data-test="floating-${reaction}"
        .style=${`left: ${8 + ((key * 37) % 72)}%`}
      >
        <span class="sign">${signs[reaction].drawn}</span>
        <span class="who tiny">${people.find(({ id }) => id === participant)?.name ?? ''}</span>
      </p>`,
    );
  }
}
