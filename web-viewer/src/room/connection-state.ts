import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import { EverySecond } from '../shared/ui/every-second.js';
import type { Phase } from './session-state.js';
import { words } from './words.js';

const broken = [words.reconnectingIn, words.reconnecting] as const;
const crowd = [words.crowdIn, words.crowd] as const;

/** How the connection stands, in words. */
@customElement('ro-connection')
export class ConnectionState extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        color: var(--quiet);
        font-size: 0.875rem;
        line-height: 1.25rem;
      }
      .dot {
        flex: none;
        width: 0.5rem;
        height: 0.5rem;
        border-radius: 50%;
        background: var(--preview);
      }
      .trouble {
        color: var(--attention);
      }
      .trouble .dot,
      .dot.trouble {
        border-radius: 0;
        background: var(--attention);
      }
      button {
        padding: 0.25rem 0.75rem;
        font-size: 0.875rem;
      }
      @media (max-width: 47.5rem) {
        .fine {
          display: none;
        }
        :host([broken]) {
          position: fixed;
          inset: 3.5rem 0 auto;
          z-index: 5;
          justify-content: center;
          padding: 0.25rem 1rem;
          background: var(--raised);
          border-bottom: 1px solid var(--line);
        }
      }
    `,
  ];

  @property({ attribute: false }) phase: Phase = { kind: 'connecting' };
  @property({ type: Boolean, reflect: true }) broken = false;
  private readonly second = new EverySecond(this);

  constructor() {
    super();
    new Translated(this);
  }

  protected override willUpdate(): void {
    this.broken = this.phase.kind === 'reconnecting' || this.phase.kind === 'lost';
  }

  protected override render() {
    return html`<span class="dot ${this.broken ? 'trouble' : ''}"></span>
      <span role="status" class="unseen">${this.words(false)}</span>
      <span
        aria-hidden="true"
        class=${this.broken ? 'trouble' : 'fine'}
        data-test="connection-state"
        data-state=${this.phase.kind}
        >${this.words(true)}</span
      >
      ${this.broken
        ? html`<button @click=${() => this.dispatchEvent(new Event('hurry'))}>
            ${t(words.tryNow)}
          </button>`
        : nothing}`;
  }

  /** @param counting with the seconds, which nobody wants to be read out each time */
  private words(counting: boolean): string {
    const { phase } = this;
    switch (phase.kind) {
      case 'inside':
        return t(words.connected);
      case 'lost':
        return t(phase.why === 'crowd' ? words.lostInCrowd : words.lost);
      case 'reconnecting': {
        const millis = phase.at === null ? 0 : phase.at - this.second.now();
        const [later, now] = phase.why === 'crowd' ? crowd : broken;
        return counting && millis > 0 ? t(later, Math.ceil(millis / 1000)) : t(now);
      }
      default:
        return t(words.connecting);
    }
  }
}
