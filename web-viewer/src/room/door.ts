import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, Translated } from '../shared/i18n/language.js';
import type { Knock, Request, Room } from '../shared/signal/messages.js';
import { controls } from '../shared/ui/controls.js';
import { ask } from './ask.js';
import { doorWords as words } from './words.js';

/** How newcomers come in, and who waits to be let in; for those with the right to admit. */
@customElement('ro-door')
export class Door extends LitElement {
  static override styles = [
    controls,
    css`
      .switches,
      .knock {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin: 8px 0;
      }
      .switches button {
        flex: 1;
      }
      button {
        padding: 8px 12px;
        font-size: 14px;
        line-height: 20px;
      }
      [aria-pressed='true'] {
        border-color: var(--accent);
        background: color-mix(in srgb, var(--accent) 14%, var(--raised));
      }
      .name {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  @property({ attribute: false }) door!: Room['door'];
  @property({ attribute: false }) knocks: readonly Knock[] = [];

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { closed, enterMuted, sentOut } = this.door;
    return html`<div class="switches" role="group" aria-label=${t(words.door)}>
        ${this.toggle('door', words.closed, closed, { type: 'door', closed: !closed })}
        ${this.toggle('enter-muted', words.muted, enterMuted, {
          ...{ type: 'door', enterMuted: !enterMuted },
        })}
        ${sentOut > 0
          ? html`<button data-test="forgive" @click=${() => this.ask({ type: 'forgive' })}>
              ${t(words.forgive, sentOut)}
            </button>`
          : nothing}
      </div>
      ${this.knocks.map((knock) => this.knock(knock))}`;
  }

  private toggle(name: string, label: typeof words.closed, on: boolean, request: Request) {
    return html`<button data-test=${name} aria-pressed=${on} @click=${() => this.ask(request)}>
      ${t(label)}
    </button>`;
  }

  private knock({ id, name }: Knock) {
    const admit = (on: boolean) => this.ask({ type: 'admit', participant: id, on });
    return html`<div class="knock" role="group" data-test="knock-${id}">
      <span class="name">${t(words.waits, name)}</span>
      <button class="primary" data-test="admit-${id}" @click=${() => admit(true)}>
        ${t(words.admit)}
      </button>
      <button data-test="turn-away-${id}" @click=${() => admit(false)}>
        ${t(words.turnAway)}
      </button>
    </div>`;
  }

  private ask(request: Request): void {
    ask(this, request);
  }
}
