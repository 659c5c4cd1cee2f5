import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import type { Right, Room } from '../shared/signal/messages.js';
import '../shared/ui/confirm.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import { pressToGoOnAir } from './air/press.js';
import { ask } from './ask.js';
import { barWords as words } from './words.js';

/** The host's own group, as far as one has the rights: lock the picture, go on air, stop. */
@customElement('ro-host-tools')
export class HostTools extends LitElement {
  static override styles = [
    controls,
    css`
      .tools {
        display: flex;
        gap: 0.5rem;
      }
      button,
      .desk {
        min-height: 3rem;
        white-space: nowrap;
      }
      .desk {
        min-width: 3rem;
        padding: 0.5rem;
      }
      [aria-pressed='true'] {
        border-color: var(--accent);
        background: color-mix(in srgb, var(--accent) 14%, var(--raised));
      }
      @media (max-width: 64rem) {
        button,
        .desk {
          flex: 1;
          min-width: 0;
          padding: 0.25rem 0.5rem;
          font-size: 0.875rem;
          line-height: 1.25rem;
          white-space: normal;
        }
      }
      @media (max-height: 30rem) {
        button,
        .desk {
          min-height: 2.75rem;
        }
      }
      @media (max-height: 30rem) or (max-width: 22rem) {
        .lock {
          flex: none;
          min-width: 3rem;
        }
        .lock .words {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) rights: readonly Right[] = [];
  @state() private asking = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { rights } = this;
    return html`<div class="tools" role="group" aria-label=${t(common.host)}>
        ${rights.includes('lock') ? this.lock() : nothing}
        ${rights.includes('broadcast') ? html`${this.desk()} ${this.broadcast()}` : nothing}
      </div>
      ${this.asking ? this.question() : nothing}`;
  }

  private lock() {
    const { locked } = this.room;
    const label = t(locked ? words.unlock : words.lock);
    return html`<button
      class="lock"
      data-test="lock"
      aria-pressed=${locked}
      aria-label=${label}
      title=${label}
      @click=${() => ask(this, { type: 'lock', on: !locked })}
    >
      <ro-icon name=${locked ? 'lock' : 'unlock'}></ro-icon>
      <span class="words">${label}</span>
    </button>`;
  }

  private desk() {
    return html`<a
      class="button desk"
      data-test="desk"
      href="/desk/${this.room.id}"
      target="_blank"
      rel="noopener"
      title=${t(words.deskHint)}
      ><ro-icon name="desk"></ro-icon>${t(words.desk)}</a
    >`;
  }

  private broadcast() {
    switch (this.room.broadcast.state) {
      case 'off':
        return this.button('broadcast', words.goOnAir, () => pressToGoOnAir(this));
      case 'starting':
        return this.button('broadcast', words.starting);
      case 'stopping':
        return this.button('stop', words.stopping);
      default:
        return html`<button
          class="onair"
          data-test="broadcast"
          data-state=${this.room.broadcast.state}
          @click=${() => (this.asking = true)}
        >
          <ro-icon name="stop"></ro-icon>${t(words.stop)}
        </button>`;
    }
  }

  private button(icon: 'broadcast' | 'stop', label: typeof words.goOnAir, press?: () => void) {
    return html`<button
      class=${press ? 'primary' : ''}
      data-test="broadcast"
      data-state=${this.room.broadcast.state}
      ?disabled=${!press}
      title=${press ? t(words.goOnAirKey) : nothing}
      aria-keyshortcuts=${press ? 'Shift+B' : nothing}
      @click=${press}
    >
      <ro-icon name=${icon}></ro-icon>${t(label)}
    </button>`;
  }

  private question() {
    return html`<ro-confirm
      onair
      question=${t(words.stopQuestion)}
      detail=${t(words.stopDetail)}
      yes=${t(words.stop)}
      no=${t(words.stopNo)}
      @no=${() => (this.asking = false)}
      @yes=${this.stop}
    ></ro-confirm>`;
  }

  private stop(): void {
    this.asking = false;
    ask(this, { type: 'broadcast', on: false });
  }
}
