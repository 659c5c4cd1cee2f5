import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChannelFeed } from '../shared/api/channel-feed.js';
import { openFeed } from '../shared/api/open-feed.js';
import { recordings, type Channel, type Recording } from '../shared/api/streaming.js';
import { t, Translated } from '../shared/i18n/language.js';
import { announce } from '../shared/ui/announcer.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/header.js';
import '../shared/ui/icon.js';
import './card.js';
import { look } from './look.js';
import { matches } from './match.js';
import { words } from './words.js';

/** The public front: what is on air, then what was. */
@customElement('ro-directory')
export class Directory extends LitElement {
  static override styles = [controls, look];

  @state() private onAir?: readonly Channel[];
  @state() private past?: readonly Recording[];
  @state() private query = '';
  @state() private reachable = true;
  private feed?: ChannelFeed;

  constructor() {
    super();
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.feed = openFeed({
      onChannels: (all) => this.hear(all),
      onEnded: () => void this.loadPast(),
      onReachable: (reachable) => (this.reachable = reachable),
    });
    void this.loadPast();
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

  private async loadPast(): Promise<void> {
    this.past = await recordings().catch(() => this.past ?? []);
  }

  protected override render() {
    return html`<ro-header></ro-header>
      <main>
        <div class="top">
          <h1>${t(words.onAir)}</h1>
          ${this.searchField()}
        </div>
        ${this.reachable
          ? nothing
          : html`<p class="notice" role="status">
              <ro-icon name="warning"></ro-icon>${t(words.unreachable)}
            </p>`}
        ${this.results()}
      </main>`;
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
        @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value)}
      />
    </search>`;
  }

  private results() {
    const found = (program: { title: string; host: string }) => matches(this.query, program);
    const live = this.onAir?.filter(found);
    const past = this.past?.filter(found);
    const searching = this.query.trim() !== '';
    const count = (live?.length ?? 0) + (past?.length ?? 0);
    if (searching && count === 0) {
      return html`<p class="empty" role="status">${t(words.nothingFound, this.query.trim())}</p>`;
    }
    return html`<p class="unseen" role="status">${searching ? t(words.found, count) : ''}</p>
      ${this.live(live, searching)} ${this.recorded(past, searching)}`;
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
      <p>${t(this.past?.length ? words.nobodyHint : words.first)}</p>
    </div>`;
  }

  private recorded(past: readonly Recording[] | undefined, searching: boolean) {
    if (!past || (searching && past.length === 0)) return nothing;
    return html`<section aria-labelledby="recordings">
      <h2 id="recordings">${t(words.recordings)}</h2>
      ${past.length === 0
        ? html`<p class="quiet">${t(words.noRecordings)}</p>`
        : html`<ul class="small-cards grid" data-test="recordings-list">
            ${repeat(
              past,
              ({ id }) => id,
              (recording) => html`<li><ro-card .recording=${recording}></ro-card></li>`,
            )}
          </ul>`}
    </section>`;
  }
}

const waiting = html`<div class="placeholder"></div><div class="placeholder"></div>`;
