import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChannelFeed } from '../shared/api/channel-feed.js';
import { openFeed } from '../shared/api/open-feed.js';
import { guide, type Channel, type Slot } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { day, timeOfDay } from '../shared/i18n/format.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/header.js';
import '../shared/ui/icon.js';
import { directionOf, followArrows, onTv, step } from '../shared/ui/spatial.js';
import '../directory/footer.js';
import '../directory/still.js';
import { fraction, grid, rows, ticks, type Placed, type Row, type Span } from './axis.js';
import { Breadth } from './breadth.js';
import { look } from './look.js';
import { first, move } from './remote.js';
import { when, whenLine } from './slot.js';
import { words } from './words.js';

const HOUR = 3_600_000;
const STEP = 4 * HOUR;
const EVERY = 30_000;

/** Past, now and next on one axis of time, a row for each room; led by the keys of a remote. */
@customElement('ro-guide')
export class Guide extends LitElement {
  static override styles = [controls, look];

  @property({ type: Boolean, reflect: true }) tv = onTv();
  @state() private slots: readonly Slot[] | null = null;
  @state() private from = Guide.nowish();
  @state() private now = Date.now();
  @state() private current: string | null = null;
  @state() private reachable = true;
  /** The hours follow the clock until somebody looks elsewhere. */
  private follows = true;
  private wanted: 'first' | 'last' | 'now' | null = null;
  private sessions = '';
  private feed?: ChannelFeed;
  private timer?: ReturnType<typeof setInterval>;
  private readonly breadth = new Breadth(this);

  constructor() {
    super();
    new Translated(this);
    this.addEventListener('keydown', (event) => this.press(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.feed = openFeed({
      onChannels: (all) => this.hear(all),
      onEnded: () => void this.load(),
      onAnnounced: () => void this.load(),
      onReachable: (reachable) => (this.reachable = reachable),
    });
    this.timer = setInterval(() => this.tick(), EVERY);
    document.addEventListener('keydown', this.outside);
    followArrows();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.feed?.stop();
    clearInterval(this.timer);
    document.removeEventListener('keydown', this.outside);
  }

  /** A remote has no pointer: its first key begins, wherever focus is. */
  private readonly outside = (event: KeyboardEvent) => {
    if (event.target === document.body && event.key.startsWith('Arrow')) this.press(event);
  };

  private static nowish(): number {
    return grid(Date.now()) - HOUR;
  }

  private get span(): Span {
    return { from: this.from, to: this.from + (this.tv ? 4 : 6) * HOUR };
  }

  private get rows(): Row[] {
    return rows(this.slots ?? [], this.span, this.now, this.breadth.least);
  }

  private hear(all: readonly Channel[]): void {
    const sessions = all.map(({ session, title }) => session + title).join();
    if (sessions === this.sessions) return;
    this.sessions = sessions;
    void this.load();
  }

  private tick(): void {
    this.now = Date.now();
    if (this.follows && this.from !== Guide.nowish()) {
      this.from = Guide.nowish();
      void this.load();
    }
  }

  private async load(): Promise<void> {
    const { from, to } = this.span;
    try {
      this.slots = await guide(new Date(from), new Date(to));
    } catch {
      this.reachable = false;
    }
    this.now = Date.now();
    this.settle();
  }

  /** After other hours were loaded, focus goes to their near edge. */
  private settle(): void {
    const all = this.rows;
    const known = all.some(({ placed }) => placed.some(({ slot }) => slot.id === this.current));
    const edge = this.wanted === 'last' ? all[0]?.placed.at(-1) : all[0]?.placed[0];
    const { wanted } = this;
    this.wanted = null;
    if (wanted === 'now') this.focusOn(first(all, this.now));
    else if (wanted) this.focusOn(edge?.slot.id ?? null);
    else if (!known) {
      this.current = first(all, this.now);
      if (this.tv && !this.shadowRoot?.activeElement) this.focusOn(this.current);
    }
  }

  private focusOn(id: string | null): void {
    this.current = id;
    void this.updateComplete.then(() => {
      const slot = [...this.renderRoot.querySelectorAll<HTMLElement>('.slot')];
      slot.find(({ dataset }) => dataset['id'] === id)?.focus();
    });
  }

  private press(event: KeyboardEvent): void {
    const { activeElement } = this.shadowRoot!;
    // Above the first row lie buttons, and other pages: there, a step is a step.
    if (activeElement && !activeElement.matches('.slot')) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = move(this.rows, this.current, event.key);
    if (!next || (next.kind === 'stay' && this.leaves(event.key))) return;
    event.preventDefault();
    event.stopPropagation();
    if (next.kind === 'slot') this.focusOn(next.id);
    else if (next.kind === 'earlier') this.go(this.from - STEP, 'last');
    else if (next.kind === 'later') this.go(this.from + STEP, 'first');
    else if (next.kind === 'now') this.toNow('now');
  }

  /** Whether the key leads out of the rows, to what can be focused there. */
  private leaves(key: string): boolean {
    const direction = directionOf(key);
    return direction !== null && step(direction, this.renderRoot);
  }

  private go(from: number, wanted: Guide['wanted'] = null): void {
    this.follows = false;
    this.from = from;
    this.wanted = wanted;
    void this.load();
  }

  private toNow(wanted: Guide['wanted'] = null): void {
    this.go(Guide.nowish(), wanted);
    this.follows = true;
    this.current = null;
  }

  protected override render() {
    return html`<ro-header page="guide"></ro-header>
      <main data-test="guide" data-from=${new Date(this.from).toISOString()}>
        <div class="top">
          <h1>${t(common.guide)}</h1>
          <p class="quiet" aria-live="polite">${day(new Date(this.from).toISOString())}</p>
          <div class="hours">
            <button data-test="earlier" @click=${() => this.go(this.from - STEP)}>
              ${t(words.earlier)}
            </button>
            <button data-test="now" @click=${() => this.toNow()}>${t(words.now)}</button>
            <button data-test="later" @click=${() => this.go(this.from + STEP)}>
              ${t(words.later)}
            </button>
          </div>
        </div>
        ${this.reachable
          ? nothing
          : html`<p class="notice" role="status">
              <ro-icon name="warning"></ro-icon>${t(words.unreachable)}
            </p>`}
        ${this.slots ? this.table(this.rows) : html`<p class="quiet">${t(common.loading)}</p>`}
      </main>
      ${this.tv ? nothing : html`<ro-station-footer></ro-station-footer>`}`;
  }

  private table(all: readonly Row[]) {
    if (all.length === 0) {
      return html`<div class="empty" data-test="guide-empty">
        <h2>${t(words.nothing)}</h2>
        <p>${t(words.nothingHint)}</p>
      </div>`;
    }
    return html`${this.tv ? this.about(all) : nothing}
      <div class="axis" aria-hidden="true">
        <span></span>
        <div class="track">
          ${ticks(this.span).map(
            (at) =>
              html`<span class="tick figures" .style=${this.left(at)}
                >${timeOfDay(new Date(at).toISOString())}</span
              >`,
          )}${this.line()}
        </div>
      </div>
      <div class="rows">
        ${repeat(
          all,
          ({ channel }) => channel,
          (row) => this.row(row),
        )}
      </div>
      ${this.tv ? nothing : this.about(all)}
      <p class="keys small quiet">${t(words.keys)}</p>`;
  }

  private row(row: Row) {
    return html`<div class="row" role="group" aria-label=${row.name} data-test="row-${row.channel}">
      <div class="room">
        <ro-still .src=${row.picture} ?live=${row.onAir}></ro-still><span>${row.name}</span>
      </div>
      <div class="track" .style=${`height: calc(${row.lanes} * var(--lane))`}>
        ${repeat(
          row.placed,
          ({ slot }) => slot.id,
          (placed) => this.program(placed),
        )}${this.line()}
      </div>
    </div>`;
  }

  private program({ slot, left, width, lane }: Placed) {
    const place = `left: ${left * 100}%; width: ${width * 100}%; top: calc(${lane} * var(--lane) + 0.25rem)`;
    return html`<a
      class="slot ${slot.kind}"
      href=${slot.page}
      tabindex=${slot.id === this.current ? 0 : -1}
      data-id=${slot.id}
      data-test="slot-${slot.id}"
      .style=${place}
      @focus=${() => (this.current = slot.id)}
    >
      <b>${slot.title || t(common.untitled)}</b>${whenLine(slot)}
    </a>`;
  }

  private left(at: number): string {
    return `left: ${fraction(at, this.span) * 100}%`;
  }

  private line() {
    const { from, to } = this.span;
    return this.now < from || this.now > to
      ? nothing
      : html`<span class="line" .style=${this.left(this.now)}></span>`;
  }

  private about(all: readonly Row[]) {
    const slots = all.flatMap(({ placed }) => placed.map(({ slot }) => slot));
    const slot = slots.find(({ id }) => id === this.current);
    if (!slot) return nothing;
    return html`<div class="about" data-test="guide-about">
      <ro-still .src=${slot.picture ?? ''} ?live=${slot.kind === 'now'}></ro-still>
      <div>
        <h2>${slot.title || t(common.untitled)}</h2>
        <p class="quiet figures">${slot.host ? `${slot.host} · ` : ''}${when(slot)}</p>
        <p>${slot.description}</p>
      </div>
    </div>`;
  }
}
