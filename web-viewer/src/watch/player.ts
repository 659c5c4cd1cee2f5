import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import 'media-chrome';
import { addTranslation } from 'media-chrome/dist/utils/i18n.js';
import { ZhCn } from 'media-chrome/dist/lang/zh-CN.js';
import { common } from '../shared/i18n/common.js';
import { clock, roughly } from '../shared/i18n/format.js';
import { languageTag, t, Translated } from '../shared/i18n/language.js';
import { Engine } from '../shared/player/engine.js';
import { LivePlayback, type Way, type Why, type Wish } from '../shared/player/live.js';
import type { Playback } from '../shared/player/playback.js';
import { ProgramClock, wayTo } from '../shared/player/program-clock.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import '../shared/ui/on-air.js';
import { extrasOf, noExtras, type Extras } from './extras.js';
import { commandOf, isForControl, type Command } from './keys.js';
import './latency.js';
import type { WishEvent } from './latency.js';
import { liveMakers } from './live-makers.js';
import { look } from './player-look.js';
import { withoutRight } from './program.js';
import './seek-bar.js';
import type { SeekEvent } from './seek-bar.js';
import { words } from './words.js';

addTranslation('zh-CN', ZhCn);

/** Seconds at the old end of the live playlist that may be gone before they are asked for. */
const SETTLING = 3;

/** Milliseconds after which a live program is asked for the pictures that came. */
const EXTRAS_EVERY = 20_000;

/** What the live playlist surely still holds, seconds; further back is the program's past. */
const LIVE_REACH = 45;

/** Picture and controls of one program; at the live edge or anywhere since it began. */
@customElement('ro-player')
export class Player extends LitElement {
  static override styles = [controls, look];

  @property() src = '';
  @property() poster = '';
  @property({ type: Boolean }) live = false;
  @property() since: string | null = null;
  /** Where a live program can be had by WHEP; empty where it cannot. */
  @property() whep = '';
  @property() wish: Wish = 'smooth';
  /** Where a live program can be had from its beginning. */
  @property() past = '';
  /** Who is in the picture: another name may mean another chapter. */
  @property() picture = '';
  /** Has no room but that of the picture: everything stands over it. */
  @property({ type: Boolean }) tight = false;
  @state() private rewound = false;
  @state() private way: Way | null = null;
  @state() private why: Why | null = null;
  @state() private position = 0;
  @state() private end = 0;
  @state() private extras: Extras = noExtras;
  @state() private atEdge = true;
  @state() private delay: number | null = null;
  @state() private height = 0;
  @state() private silenced = false;
  @state() private troubled = false;
  @query('video') readonly video!: HTMLVideoElement;
  @query('media-controller') private controller!: HTMLElement;
  private engine?: Playback;
  /** Where a viewer who left WHEP wants to be as soon as the live playlist has come. */
  private wanted: number | null = null;
  /** Plays by addresses whose right is about to end; who has paused is not made to hear that. */
  private stale = false;
  private length = new ProgramClock(0);
  private timer?: ReturnType<typeof setInterval>;
  private extrasTimer?: ReturnType<typeof setInterval>;
  private readonly onKey = (event: KeyboardEvent) => this.press(event);

  constructor() {
    super();
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
    this.timer = setInterval(() => this.glance(), 500);
    this.extrasTimer = setInterval(() => this.live && void this.loadExtras(), EXTRAS_EVERY);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
    clearInterval(this.timer);
    clearInterval(this.extrasTimer);
    this.engine?.close();
    this.engine = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('src') || changed.has('picture')) void this.loadExtras();
    if (!changed.has('src') && !changed.has('live')) return;
    if (this.renewed(changed)) {
      this.stale = true;
      return;
    }
    this.stale = false;
    this.length = new ProgramClock(this.begun);
    this.rewound = false;
    if (this.live) this.playLive();
    else this.play(new Engine(this.video, this.src, false, this.listener));
  }

  /** Only the right to watch in the address is another. */
  private renewed(changed: PropertyValues): boolean {
    const before = changed.get('src') as string | undefined;
    return !!before && !changed.has('live') && withoutRight(before) === withoutRight(this.src);
  }

  /** Goes on where the viewer is, by the addresses of now. */
  private takeUp(): void {
    this.stale = false;
    if (!this.live) this.play(new Engine(this.video, this.src, false, this.listener, this.position));
    else if (this.rewound) this.goBack(this.position);
    else this.playLive();
  }

  private readonly listener = {
    onTrouble: (troubled: boolean) => {
      this.troubled = troubled;
    },
    onSilenced: () => {
      this.silenced = true;
    },
    onWay: (way: Way, why: Why | null) => {
      this.way = way;
      this.why = why;
    },
  };

  private playLive(): void {
    this.way = null;
    this.why = null;
    const makers = liveMakers(this.video, this.src, this.whep);
    this.play(new LivePlayback(this.whep ? this.wish : 'smooth', makers, this.listener));
  }

  private play(engine: Playback): void {
    this.wanted = null;
    this.engine?.close();
    this.engine = engine;
    void engine.start();
  }

  private choose({ wish }: WishEvent): void {
    this.wish = wish;
    if (this.engine instanceof LivePlayback) void this.engine.want(wish);
  }

  private get begun(): number {
    return Date.parse(this.since ?? '') || 0;
  }

  private async loadExtras(): Promise<void> {
    const { src } = this;
    const extras = await extrasOf(src);
    if (src === this.src) this.extras = extras;
  }

  /** Seconds behind the event, exactly; the page shows it in its details. */
  get secondsBehind(): number | null {
    return this.engine?.delay ?? null;
  }

  private glance(): void {
    if (this.stale && !this.video.paused) this.takeUp();
    this.atEdge = this.engine?.atEdge ?? false;
    this.delay = this.engine?.delay ?? null;
    this.height = this.video.videoHeight;
    const due = this.engine?.shownAt ? this.wanted : null;
    if (due !== null) this.wanted = null;
    this.measure();
    if (due !== null) this.seek(due);
    if (!this.video.muted) this.silenced = false;
    this.dispatchEvent(new Event('glance'));
  }

  /** Where in the program the viewer is, and how long it has lasted. */
  private measure(): void {
    const { video, engine } = this;
    if (!this.live) {
      this.position = video.currentTime;
      this.end = Number.isFinite(video.duration) ? video.duration : 0;
      return;
    }
    const shown = engine?.shownAt ?? null;
    if (shown !== null && this.wanted === null) this.position = Math.max(0, (shown - this.begun) / 1000);
    const toEdge = engine?.toEdge ?? null;
    if (shown !== null && toEdge !== null) this.length.learn(this.position + toEdge, Date.now());
    this.end = Math.max(this.position, this.length.end(Date.now()));
  }

  /** Goes to a moment of the program, in seconds since it began. */
  seek(moment: number): void {
    const { video, engine } = this;
    this.measure();
    const target = Math.min(this.end, Math.max(0, moment));
    if (engine instanceof LivePlayback && (engine.byWhep || this.wanted !== null)) {
      return this.leaveWhep(engine, target);
    }
    const shift = this.live ? video.currentTime - this.position : 0;
    this.position = target;
    if (!this.live) {
      video.currentTime = target;
      return;
    }
    const { seekable } = video;
    const from = seekable.length > 0 ? seekable.start(0) - shift + SETTLING : Infinity;
    const to = seekable.length > 0 ? seekable.end(seekable.length - 1) - shift : 0;
    switch (wayTo(target, { from: this.rewound ? 0 : from, to, end: this.end })) {
      case 'live':
        return this.goLive();
      case 'here':
        video.currentTime = target + shift;
        return;
      case 'past':
        return this.rewound ? this.goLive() : this.goBack(target);
    }
  }

  /** The way with the least delay has no past: the others do. */
  private leaveWhep(live: LivePlayback, target: number): void {
    if (wayTo(target, { from: 0, to: 0, end: this.end }) === 'live') return this.goLive();
    if (this.end - target > LIVE_REACH) return this.goBack(target);
    this.wanted = target;
    this.position = target;
    void live.leaveEdge();
  }

  goLive(): void {
    this.wanted = null;
    if (!this.rewound) return this.engine?.goLive();
    this.rewound = false;
    this.position = this.end;
    this.dispatchEvent(new Event('live'));
    this.playLive();
  }

  private goBack(moment: number): void {
    if (!this.past) return;
    this.rewound = true;
    this.position = moment;
    this.dispatchEvent(new Event('rewound'));
    this.play(new Engine(this.video, this.past, false, this.listener, moment));
  }

  protected override render() {
    return html`<media-controller
      nohotkeys
      lang=${languageTag()}
      aria-label=${t(words.player)}
      defaultstreamtype=${this.live ? 'live' : 'on-demand'}
    >
      <video slot="media" data-test="player-video" playsinline poster=${this.poster}></video>
      <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
      ${this.live
        ? html`<div slot="top-chrome" class="top" noautohide>
            ${this.rewound
              ? html`<span class="rewound" data-test="rewound">${t(words.rewound)}</span>`
              : html`<ro-on-air .since=${this.since}></ro-on-air>`}
          </div>`
        : nothing}
      ${this.silenced
        ? html`<button slot="centered-chrome" class="sound" data-test="unmute" @click=${this.unmute}>
            <ro-icon name="speaker"></ro-icon>${t(words.unmute)}
          </button>`
        : nothing}
      ${this.troubled
        ? html`<p slot="centered-chrome" class="trouble" role="status">${t(words.trouble)}</p>`
        : nothing}
      ${this.tight ? this.ways() : nothing} ${keyed(languageTag(), this.bar())}
    </media-controller>
    ${this.tight ? nothing : this.ways()}`;
  }

  private ways() {
    return this.live && this.whep && !this.rewound
      ? html`<ro-latency
          .wish=${this.wish}
          .way=${this.way}
          .why=${this.why}
          .delay=${this.atEdge ? this.delay : null}
          ?over=${this.tight}
          @wish=${this.choose}
        ></ro-latency>`
      : nothing;
  }

  private bar() {
    return html`<ro-seek-bar
        .position=${this.position}
        .end=${this.end}
        .chapters=${this.extras.chapters}
        .stills=${this.extras.stills}
        .base=${this.src}
        @seek=${(event: SeekEvent) => this.seek(event.moment)}
      ></ro-seek-bar>
      <media-control-bar>
        <media-play-button data-test="play"></media-play-button>
        <media-mute-button data-test="sound"></media-mute-button>
        <media-volume-range></media-volume-range>
        ${this.live
          ? this.liveButton()
          : html`<media-time-display showduration notoggle></media-time-display>`}
        <span class="space"></span>
        ${this.live && this.delay !== null
          ? html`<span class="words behind figures">${t(common.behind, roughly(this.delay))}</span>`
          : nothing}
        ${this.height
          ? html`<span class="words" data-test="quality" aria-label=${t(words.quality)}
              >${this.height}p</span
            >`
          : nothing}
        <media-captions-button data-test="captions"></media-captions-button>
        <media-pip-button data-test="pip"></media-pip-button>
        <media-fullscreen-button data-test="fullscreen"></media-fullscreen-button>
      </media-control-bar>`;
  }

  private liveButton() {
    return html`<button
        class="edge start"
        data-test="from-start"
        title=${t(words.fromStart)}
        aria-label=${t(words.fromStart)}
        @click=${() => this.seek(0)}
      >
        <ro-icon name="start"></ro-icon>
      </button>
      <button
      class="edge ${this.atEdge ? 'at' : ''}"
      data-test="live-button"
      data-at-edge=${this.atEdge}
      title=${t(this.atEdge ? words.atLive : words.goLive)}
      aria-label=${t(this.atEdge ? words.atLive : words.goLive)}
      @click=${() => this.goLive()}
    >
      <span class="dot"></span>${t(this.atEdge ? words.live : words.goLive)}
    </button>
    ${this.atEdge
      ? nothing
      : html`<span class="words figures moment" data-test="moment"
          >${clock(this.position)} / ${clock(this.end)}</span
        >`}`;
  }

  private unmute(): void {
    this.video.muted = false;
    void this.video.play().catch(() => undefined);
  }

  private press(event: KeyboardEvent): void {
    const command = commandOf(event);
    if (!command || isForControl(event.composedPath(), event.key)) return;
    event.preventDefault();
    this.obey(command);
  }

  private obey(command: Command): void {
    const { video } = this;
    switch (command) {
      case 'play':
        return void (video.paused ? video.play() : video.pause());
      case 'mute':
        video.muted = !video.muted;
        return;
      case 'full':
        return void (document.fullscreenElement
          ? document.exitFullscreen()
          : this.controller.requestFullscreen());
      case 'back':
        this.seek(this.position - 5);
        return;
      case 'forward':
        this.seek(this.position + 5);
        return;
      case 'louder':
        video.volume = Math.min(1, video.volume + 0.1);
        return;
      case 'softer':
        video.volume = Math.max(0, video.volume - 0.1);
        return;
      case 'live':
        return this.live ? this.goLive() : undefined;
      case 'start':
        return this.seek(0);
      case 'end':
        return this.seek(this.end);
    }
  }
}
