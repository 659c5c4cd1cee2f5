import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChannelFeed } from '../shared/api/channel-feed.js';
import { openFeed } from '../shared/api/open-feed.js';
import { announcements, type Announcement, type Channel } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { announce } from '../shared/ui/announcer.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/header.js';
import '../shared/ui/icon.js';
import './announced.js';
import './card.js';
import { addressOf, chosenIn } from './chosen.js';
import './footer.js';
import { look } from './look.js';
import { matches } from './match.js';
import { recorded } from './recorded.js';
import { roomsOf, type Room } from './rooms.js';
import { Shelf } from './shelf.js';
import { words } from './words.js';

/** On a phone one part at a time fills the page. */
type Part = 'onAir' | 'coming' | 'recordings';

/** The public front: what is on air, what comes, what was. */
@customElement('ro-directory')
export class Directory extends LitElement {
  static override styles = [controls, look];

  @state() private onAir?: readonly Channel[];
  @state() private coming: readonly Announcement[] = [];
  private readonly asked = chosenIn(location.search);
  @state() private query = this.asked.query;
  /** A page of recordings alone. */
  private readonly only: Part | null = location.pathname === '/recordings' ? 'recordings' : null;
  /** A link may lead to the recordings of one room. */
  private readonly channel = this.asked.channel;
  private led = this.channel === '';
  @state() private filling: Part = this.channel === '' ? 'onAir' : 'recordings';
  private readonly phone = !this.only && document.documentElement.dataset.view === 'phone';
  private readonly shelf = new Shelf(this, this.channel);
  private rooms: readonly Room[] = [];
  @state() private reachable = true;
  private feed?: ChannelFeed;

  constructor() {
    super();
    this.shelf.query = this.query.trim();
    this.shelf.sorting = this.asked.sorting;
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.feed = openFeed({
      onChannels: (all) => this.hear(all),
      onEnded: () => void this.shelf.refresh(),
      onAnnounced: () => void this.loadComing(),
      onReachable: (reachable) => (this.reachable = reachable),
    });
    void this.loadComing();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.feed?.stop();
  }

  private hear(all: readonly Channel[]): void {
    const before = new Set(this.onAir?.map(({ session }) => session));
    const news = this.onAir ? all.filter(({ session }) => !before.has(session)) : [];
    for (const { title } of news) announce(t(words.started, title));
    this.onAir = [...all].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  }

  private look(event: Event): void {
    this.query = (event.target as HTMLInputElement).value;
    this.shelf.look(this.query);
  }

  /** In the address, so that what was found can be sent to somebody, and comes back by Back. */
  private keepChosen(): void {
    const { query } = this;
    const { channel, sorting } = this.shelf;
    const address = addressOf(location.href, { query, channel, sorting });
    if (address !== location.href) history.replaceState(history.state, '', address);
  }

  private async loadComing(): Promise<void> {
    this.coming = await announcements().catch(() => this.coming);
  }

  protected override updated(): void {
    this.keepChosen();
    if (this.led || !this.shelf.list) return;
    this.led = true;
    this.renderRoot.querySelector('#recordings')?.scrollIntoView();
  }

  protected override render() {
    return html`<ro-header page=${this.only === 'recordings' ? 'recordings' : 'on-air'}></ro-header>
      <main class=${this.phone ? 'phone' : this.only ? 'only' : ''}>
        <div class="top">
          <h1>${this.headline()}</h1>
          ${this.searchField()}
        </div>
        ${this.reachable
          ? nothing
          : html`<p class="notice" role="status">
              <ro-icon name="warning"></ro-icon>${t(words.unreachable)}
            </p>`}
        ${this.results()}
      </main>
      <ro-station-footer></ro-station-footer>
      ${this.phone ? this.tabs() : nothing}`;
  }

  private headline(): string {
    if (this.only) return t(common.recordings);
    return t(this.phone ? common[this.filling] : words.onAir);
  }

  private searchField() {
    return html`<search>
      <ro-icon name="search"></ro-icon>
      <input
        type="search"
        data-test="search"
        autocomplete="off"
        aria-label=${t(words.search)}
        placeholder=${t(words.search)}
        .value=${this.query}
        @input=${this.look}
      />
    </search>`;
  }

  private results() {
    const fits = (program: Announcement | Channel) => matches(this.query, program);
    const searching = this.query.trim() !== '';
    const live = this.only ? [] : this.onAir?.filter(fits);
    const coming = this.only ? [] : this.coming.filter(fits);
    const past = this.shelf.list;
    this.rooms = roomsOf(this.rooms, past ?? []);
    const count = (live?.length ?? 0) + coming.length + (past?.length ?? 0);
    if (searching && count === 0 && !this.shelf.loading) {
      return html`<p class="empty" role="status">${t(words.nothingFound, this.query.trim())}</p>`;
    }
    const shows = (part: Part) =>
      this.only ? this.only === part : !this.phone || searching || this.filling === part;
    return html`<p class="unseen" role="status">${searching ? t(words.found, count) : ''}</p>
      ${shows('onAir') ? this.live(live, searching) : nothing}
      ${shows('coming') ? this.announced(coming) : nothing}
      ${shows('recordings') ? recorded(this.shelf, this.rooms) : nothing}`;
  }

  private tabs() {
    const tab = (part: Part, name: string) =>
      html`<button
        class="plain"
        data-test="part-${part}"
        aria-pressed=${this.filling === part}
        @click=${() => (this.filling = part)}
      >
        ${name}
      </button>`;
    return html`<nav class="tabs" aria-label=${t(words.parts)}>
      ${tab('onAir', t(common.onAir))} ${tab('coming', t(common.coming))}
      ${tab('recordings', t(common.recordings))}
    </nav>`;
  }

  private announced(coming: readonly Announcement[]) {
    if (coming.length === 0) {
      return this.phone && this.filling === 'coming' && this.query.trim() === ''
        ? html`<p class="empty">${t(words.nothingComes)}</p>`
        : nothing;
    }
    return html`<section aria-labelledby="coming">
      <h2 id="coming">${t(common.coming)}</h2>
      <ul class="coming grid" data-test="coming-list">
        ${repeat(
          coming,
          ({ id }) => id,
          (one) => html`<li><ro-announced .announcement=${one}></ro-announced></li>`,
        )}
      </ul>
    </section>`;
  }

  private live(channels: readonly Channel[] | undefined, searching: boolean) {
    if (!channels) return html`<div class="large grid">${waiting}</div>`;
    if (channels.length === 0) return searching ? nothing : this.nobody();
    return html`<ul class="large grid" data-test="on-air-list">
      ${repeat(
        channels,
        ({ id }) => id,
        (channel) => html`<li><ro-card .channel=${channel}></ro-card></li>`,
      )}
    </ul>`;
  }

  private nobody() {
    return html`<div class="empty" data-test="nobody">
      <ro-icon name="broadcast"></ro-icon>
      <h2>${t(words.nobody)}</h2>
      <p>${t(this.shelf.list?.length ? words.nobodyHint : words.first)}</p>
    </div>`;
  }
}

const waiting = html`<div class="placeholder"></div><div class="placeholder"></div>`;
