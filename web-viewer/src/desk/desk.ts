import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { roomInfo, type RoomInfo } from '../shared/api/center.js';
import { asProblem } from '../shared/api/http.js';
import { Station } from '../shared/api/station.js';
import { takeHostKey } from '../shared/host-key.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { explain } from '../shared/i18n/problems.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/header.js';
import '../shared/ui/icon.js';
import './access.js';
import './coming.js';
import { look } from './look.js';
import './recordings.js';
import { words } from './words.js';

/** The host's page for his channel; each section is a component that asks the station itself. */
@customElement('ro-desk')
export class Desk extends LitElement {
  static override styles = [controls, look];

  private readonly room = location.pathname.split('/')[2] ?? '';
  private readonly hostKey = takeHostKey(this.room);
  @state() private info?: RoomInfo;
  @state() private station?: Station;
  @state() private trouble = '';

  constructor() {
    super();
    new Translated(this);
    void this.open();
  }

  protected override render() {
    return html`<ro-header server="rooms"></ro-header>
      <main>
        <div class="head">
          <p class="small quiet">${t(words.desk)}</p>
          <h1 data-test="desk-title">${this.info?.title ?? t(words.desk)}</h1>
          <p class="quiet">${t(words.lead)}</p>
          ${this.info ? this.ways(this.info) : nothing}
        </div>
        ${this.hostKey ? this.body() : this.stranger()}
      </main>`;
  }

  private ways(info: RoomInfo) {
    return html`<div class="ways">
      <a class="button" data-test="to-room" href="/r/${info.id}">${t(words.room)}</a>
      ${info.watch
        ? html`<a class="button" data-test="to-channel" href=${info.watch}>${t(words.channel)}</a>`
        : nothing}
    </div>`;
  }

  private stranger() {
    return html`<div class="notice" role="alert" data-test="desk-stranger">
      <ro-icon name="key"></ro-icon>
      <div>
        <p>${t(words.notHost)}</p>
        <p><a href="/">${t(words.toStart)}</a></p>
      </div>
    </div>`;
  }

  private body() {
    if (this.trouble) {
      return html`<div class="notice" role="alert" data-test="desk-trouble">
        <ro-icon name="warning"></ro-icon>
        <p>${this.trouble}</p>
        <button @click=${this.open}>${t(common.tryAgain)}</button>
      </div>`;
    }
    if (!this.station || !this.info) return html`<p class="quiet">${t(common.loading)}</p>`;
    return this.sections(this.station);
  }

  /** One component for each; they get the station as `.station`. */
  private sections(station: Station) {
    return html`<ro-desk-coming .station=${station}></ro-desk-coming>
      <ro-desk-access .station=${station}></ro-desk-access>
      <ro-desk-recordings .station=${station}></ro-desk-recordings>`;
  }

  private async open(): Promise<void> {
    this.trouble = '';
    try {
      this.info = await roomInfo(this.room);
      if (!this.hostKey) return;
      const station = new Station(this.room, this.hostKey);
      await station.base();
      this.station = station;
    } catch (error) {
      this.trouble = explain(asProblem(error));
    }
  }
}
