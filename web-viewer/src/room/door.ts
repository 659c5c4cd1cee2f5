import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { t, Translated } from '../shared/i18n/language.js';
import type { Knock, Request, Room } from '../shared/signal/messages.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import { InSight } from '../shared/ui/in-sight.js';
import { ask } from './ask.js';
import { look } from './door-look.js';
import { doorWords as words } from './words.js';

/** How newcomers come in, and who waits to be let in; for those with the right to admit. */
@customElement('ro-door')
export class Door extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) door!: Room['door'];
  @property({ attribute: false }) knocks: readonly Knock[] = [];
  @query('section') private section?: HTMLElement;
  private readonly waiting = new InSight(this);

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { closed, enterMuted } = this.door;
    return html`<section tabindex="-1" aria-label=${t(words.door)}>
      ${this.knocks.length > 0
        ? html`<ul aria-label=${t(words.waiting)} ${ref(this.waiting.watch)}>
            ${repeat(
              this.knocks,
              ({ id }) => id,
              (knock) => this.knock(knock),
            )}
          </ul>`
        : nothing}
      <div class="switches">
        ${this.toggle('door', words.closed, closed, { type: 'door', closed: !closed })}
        ${this.toggle('enter-muted', words.muted, enterMuted, {
          ...{ type: 'door', enterMuted: !enterMuted },
        })}
        ${this.forgive()}
      </div>
      ${closed ? html`<p class="tiny quiet">${t(words.closedHint)}</p>` : nothing}
      ${this.waiting.seen ? nothing : this.call()}
    </section>`;
  }

  /** Who has scrolled away sees that somebody waits. */
  private call() {
    const [first, ...others] = this.knocks;
    if (!first) return nothing;
    const said = others.length > 0 ? t(words.manyWait, this.knocks.length) : t(words.waits, first.name);
    return html`<button class="call primary" data-test="knocking" @click=${this.show}>${said}</button>`;
  }

  private show(): void {
    this.section?.scrollIntoView({ block: 'start' });
    this.hold();
  }

  private toggle(name: string, label: typeof words.closed, on: boolean, request: Request) {
    return html`<button data-test=${name} aria-pressed=${on} @click=${() => ask(this, request)}>
      ${on ? html`<ro-icon name="check"></ro-icon>` : nothing}${t(label)}
    </button>`;
  }

  private forgive() {
    const { sentOut } = this.door;
    return sentOut > 0
      ? html`<button data-test="forgive" @click=${() => this.settle({ type: 'forgive' })}>
          ${t(words.forgive, sentOut)}
        </button>`
      : nothing;
  }

  private knock({ id, name }: Knock) {
    const admit = (on: boolean) => this.settle({ type: 'admit', participant: id, on });
    return html`<li class="knock" data-test="knock-${id}">
      <span class="name">${t(words.waits, name)}</span>
      <button
        class="primary"
        data-test="admit-${id}"
        aria-label=${t(words.of, t(words.admit), name)}
        @click=${() => admit(true)}
      >
        ${t(words.admit)}
      </button>
      <button
        data-test="turn-away-${id}"
        aria-label=${t(words.of, t(words.turnAway), name)}
        @click=${() => admit(false)}
      >
        ${t(words.turnAway)}
      </button>
    </li>`;
  }

  /** A second press in haste lands on nobody else. */
  private settle(request: Request): void {
    this.hold();
    ask(this, request);
  }

  /** Buttons go with those who wait; whoever stood on one stays at the door. */
  protected override update(changed: PropertyValues): void {
    const held = this.shadowRoot?.activeElement;
    super.update(changed);
    if (held && !held.isConnected) this.hold();
  }

  private hold(): void {
    this.section?.focus({ preventScroll: true });
  }
}
