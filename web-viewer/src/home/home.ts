import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { makeRoom } from '../shared/api/center.js';
import { asProblem } from '../shared/api/http.js';
import { hostKeyIn, roomIn } from '../shared/api/ids.js';
import { t, Translated } from '../shared/i18n/language.js';
import { explain } from '../shared/i18n/problems.js';
import type { Saying } from '../shared/i18n/say.js';
import { forget, knownRooms, remember, type KnownRoom } from '../shared/known-rooms.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/header.js';
import '../shared/ui/icon.js';
import { hostLink } from './links.js';
import { look } from './look.js';
import './known-list.js';
import './room-links.js';
import { words } from './words.js';

/** The center's front door: make a room, join one, or go back to one of yours. */
@customElement('ro-home')
export class Home extends LitElement {
  static override styles = [controls, look];

  @state() private made?: KnownRoom;
  @state() private rooms = knownRooms();
  @state() private busy = false;
  @state() private makeError = '';
  @state() private joinError?: Saying<[]>;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    return html`<ro-header server="rooms" page="rooms"></ro-header>
      <main>
        <div class="claim">
          <h1>${t(words.claim)}</h1>
          <p class="quiet">${t(words.lead)}</p>
        </div>
        ${this.made ? this.ready(this.made) : nothing}
        <div class="doors">${this.makeForm()} ${this.joinForm()}</div>
        <ro-known-list .rooms=${this.rooms} @forget=${this.forget}></ro-known-list>
      </main>`;
  }

  private makeForm() {
    return html`<form class="panel" aria-labelledby="make" novalidate @submit=${this.make}>
      <h2 id="make">${t(words.make)}</h2>
      <label>
        <span class="label">${t(words.title)}</span>
        <input
          name="title"
          maxlength="120"
          autocomplete="off"
          data-test="room-title"
          placeholder=${t(words.titleHint)}
          aria-describedby="make-error"
        />
      </label>
      <p id="make-error" class="error" role="alert">${this.makeError}</p>
      <button class="primary" data-test="make-room" ?disabled=${this.busy}>
        ${t(this.busy ? words.making : words.makeButton)}
      </button>
    </form>`;
  }

  private joinForm() {
    return html`<form class="panel" aria-labelledby="join" novalidate @submit=${this.join}>
      <h2 id="join">${t(words.join)}</h2>
      <label>
        <span class="label">${t(words.link)}</span>
        <input
          name="link"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          data-test="room-link"
          placeholder=${t(words.linkHint)}
          aria-describedby="join-error"
        />
      </label>
      <p id="join-error" class="error" role="alert">${this.joinError ? t(this.joinError) : ''}</p>
      <button data-test="go-to-room">${t(words.joinButton)}</button>
    </form>`;
  }

  private ready(room: KnownRoom) {
    return html`<section class="panel ready" aria-labelledby="ready" data-test="room-ready">
      <h2 id="ready" tabindex="-1">${t(words.ready, room.title)}</h2>
      <ro-room-links .room=${room}></ro-room-links>
      <a
        class="button primary"
        data-test="enter-as-host"
        href=${hostLink(location.origin, room.id, room.hostKey ?? '')}
        >${t(words.enterAsHost)}<ro-icon name="arrow"></ro-icon
      ></a>
    </section>`;
  }

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const title = field(event, 'title');
    this.makeError = title ? '' : t(words.titleMissing);
    if (!title || this.busy) return;
    this.busy = true;
    try {
      const { id, hostKey, encoderToken } = await makeRoom(title);
      this.made = { id, title, hostKey, encoderToken };
      remember(this.made);
      this.rooms = knownRooms();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#ready')?.focus();
    } catch (error) {
      this.makeError = explain(asProblem(error), 'rooms');
    } finally {
      this.busy = false;
    }
  }

  private join(event: SubmitEvent): void {
    event.preventDefault();
    const pasted = field(event, 'link');
    const room = roomIn(pasted);
    this.joinError = room ? undefined : words.linkWrong;
    if (!room) return;
    const key = hostKeyIn(pasted);
    location.assign(key ? hostLink(location.origin, room, key) : `/r/${room}`);
  }

  private forget(event: CustomEvent<string>): void {
    forget(event.detail);
    this.rooms = knownRooms();
    if (this.made?.id === event.detail) this.made = undefined;
  }
}

function field(event: SubmitEvent, name: string): string {
  return String(new FormData(event.target as HTMLFormElement).get(name) ?? '').trim();
}
