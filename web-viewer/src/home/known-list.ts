import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { roomInfo } from '../shared/api/center.js';
import { browserClock } from '../shared/clock.js';
import { t, Translated } from '../shared/i18n/language.js';
import type { KnownRoom } from '../shared/known-rooms.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import '../shared/ui/on-air.js';
import { hostLink } from './links.js';
import { OnAirRooms } from './on-air.js';
import './room-links.js';
import { words } from './words.js';

/** Rooms that this browser made or visited. */
@customElement('ro-known-list')
export class KnownList extends LitElement {
  static override styles = [
    controls,
    css`
      h2 {
        margin-bottom: 0.75rem;
      }
      li {
        border-top: 1px solid var(--line);
        padding: 0.75rem 0;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
      }
      .names {
        flex: 1 1 12.5rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .light {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
        margin: 0.25rem 0;
      }
      ro-room-links {
        display: block;
        padding: 1rem 0 0.5rem;
      }
      button,
      .button {
        font-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) rooms: readonly KnownRoom[] = [];
  @state() private open = '';
  private readonly onAir = new OnAirRooms({
    clock: browserClock,
    ask: roomInfo,
    seen: () => !document.hidden,
    onChange: () => this.requestUpdate(),
  });
  private readonly look = () => document.hidden || this.onAir.look();

  constructor() {
    super();
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.look);
    this.onAir.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('rooms')) this.onAir.watch(this.rooms.map(({ id }) => id));
  }

  protected override render() {
    if (this.rooms.length === 0) return nothing;
    return html`<section aria-labelledby="known">
      <h2 id="known">${t(words.known)}</h2>
      <ul data-test="known-rooms">
        ${repeat(
          this.rooms,
          ({ id }) => id,
          (room) => this.entry(room),
        )}
      </ul>
    </section>`;
  }

  private entry(room: KnownRoom) {
    const open = this.open === room.id;
    const link = room.hostKey ? hostLink(location.origin, room.id, room.hostKey) : `/r/${room.id}`;
    const live = this.onAir.isOnAir(room.id);
    return html`<li>
      <div class="row">
        <div class="names">
          <h3>${room.title}</h3>
          ${live ? this.light(room) : nothing}
          <p class="small quiet">${t(room.hostKey ? words.asHost : words.asGuest)}</p>
        </div>
        <button
          class="plain"
          aria-label=${t(words.forgetNamed, room.title)}
          @click=${() => this.forget(room)}
        >
          ${t(words.forget)}
        </button>
        <button
          aria-expanded=${open}
          aria-label=${t(words.detailsNamed, room.title)}
          @click=${() => (this.open = open ? '' : room.id)}
        >
          <ro-icon name="link"></ro-icon>${t(words.details)}
        </button>
        ${room.hostKey
          ? html`<a
              class="button"
              data-test="desk-${room.id}"
              href="/desk/${room.id}"
              aria-label=${t(words.deskNamed, room.title)}
              >${t(words.desk)}</a
            >`
          : nothing}
        <a
          class="button ${live ? 'primary' : ''}"
          data-test="enter-${room.id}"
          href=${link}
          aria-label=${t(live ? words.backNamed : words.enterNamed, room.title)}
          >${t(live ? words.back : words.enter)}</a
        >
      </div>
      ${open ? html`<ro-room-links .room=${room}></ro-room-links>` : nothing}
    </li>`;
  }

  private light({ id }: KnownRoom) {
    const page = this.onAir.page(id);
    return html`<p class="light" data-test="on-air-${id}">
      <ro-on-air></ro-on-air>
      ${page ? html`<a class="small" href=${page}>${t(words.watchPage)}</a>` : nothing}
    </p>`;
  }

  private forget(room: KnownRoom): void {
    if (!confirm(t(words.forgetQuestion, room.title))) return;
    this.dispatchEvent(new CustomEvent('forget', { detail: room.id }));
  }
}
