import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import 'media-chrome';
import { addTranslation } from 'media-chrome/dist/utils/i18n.js';
import { ZhCn } from 'media-chrome/dist/lang/zh-CN.js';
import { browserClock } from '../shared/clock.js';
import { languageTag, t, Translated } from '../shared/i18n/language.js';
import { isEmpty } from '../shared/layer/layer.js';
import type { Wish } from '../shared/player/live.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import '../shared/ui/on-air.js';
import { keepCaptions } from './captions.js';
import { obey, type Commanded } from './commands.js';
import { Course, type Voyager } from './course.js';
import { Deck } from './deck.js';
import { extrasOf, noExtras, type Extras } from './extras.js';
import { Framing, hasSteps, isHigh, type Frame } from './frame.js';
import { commandOf, isForControl, type Command } from './keys.js';
import './latency.js';
import './layer.js';
import type { WishEvent } from './latency.js';
import { Overlay, type Overlaid } from './overlay.js';
import { Pace } from './pace.js';
import { moment, playerBar, type Sheet } from './player-bar.js';
import { look, tvLook } from './player-look.js';
import './player-sheet.js';
import { sheetLook } from './player-sheet-look.js';
import { openedSheet, type Sheeted } from './opened-sheet.js';
import { withoutRight } from './program.js';
import { Remote } from './remote.js';
import './seek-bar.js';
import type { SeekEvent } from './seek-bar.js';
import { TvControls, type Led } from './tv-controls.js';
import { words } from './words.js';

addTranslation('zh-CN', ZhCn);

/** Milliseconds after which a live program is asked for the pictures that came. */
const EXTRAS_EVERY = 20_000;

/** Picture and controls of one program; at the live edge or anywhere since it began. */
@customElement('ro-player')
export class Player extends LitElement implements Voyager, Commanded, Sheeted, Led, Overlaid {
  static override styles = [controls, look, sheetLook, tvLook];

  @property() src = '';
  @property() poster = '';
  @property({ type: Boolean }) live = false;
  @property() since: string | null = null;
  /** Where a live program can be had by WHEP; empty where it cannot. */
  @property() whep = '';
  @property() wish: Wish = 'smooth';
  @property() past = '';
  /** Who is in the picture: another name may mean another chapter. */
  @property() picture = '';
  /** Has no room but that of the picture: everything stands over it. */
  @property({ type: Boolean }) tight = false;
  /** All of the screen is its, and a remote control leads it. */
  @property({ type: Boolean, reflect: true }) tv = false;
  /** What it is called, where no page says so around it. */
  @property() heading = '';
  /** Whether it fills the page; null where the page has no such thing. */
  @property({ attribute: false }) theatre: boolean | null = null;
  @state() extras: Extras = noExtras;
  @state() frame: Frame = { width: 80, height: 45 };
  @state() sheet: Sheet | null = null;
  @query('video') readonly video!: HTMLVideoElement;
  @query('media-controller') readonly controller!: HTMLElement;
  private readonly deck = new Deck(
    () => this.video,
    () => this.requestUpdate(),
  );
  readonly course = new Course(this);
  readonly pace = new Pace(this);
  readonly layer = new Overlay(this, () => this.requestUpdate(), browserClock);
  private readonly framing = new Framing((frame) => (this.frame = frame));
  remote?: Remote;
  /** Plays by addresses whose right is about to end; who has paused is not made to hear that. */
  private stale = false;
  private shown = '';
  private timer?: ReturnType<typeof setInterval>;
  private extrasTimer?: ReturnType<typeof setInterval>;
  private readonly onKey = (event: KeyboardEvent) => this.press(event);

  constructor() {
    super();
    new Translated(this);
    new TvControls(this);
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
    this.framing.close();
    this.remote?.stop();
    this.layer.close();
    this.deck.close();
  }

  protected override firstUpdated(): void {
    this.framing.watch(this.controller);
    this.remote = new Remote(this.video, () => this.requestUpdate());
    this.remote.start();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('src')) this.layer.begin(this.src);
    if (changed.has('src') || changed.has('picture')) void this.loadExtras();
    if (!changed.has('src') && !changed.has('live')) return;
    if (this.renewed(changed)) {
      this.stale = true;
      return;
    }
    this.stale = false;
    this.course.begin();
    if (this.live) this.playLive();
    else this.deck.playPast(this.src);
  }

  /** Only the right to watch in the address is another. */
  private renewed(changed: PropertyValues): boolean {
    const before = changed.get('src') as string | undefined;
    return !!before && !changed.has('live') && withoutRight(before) === withoutRight(this.src);
  }

  /** Goes on where the viewer is, by the addresses of now. */
  private takeUp(): void {
    this.stale = false;
    const { rewound, position } = this.course;
    if (!this.live) this.deck.playPast(this.src, position);
    else if (rewound) this.course.goBack(position);
    else this.playLive();
  }

  playLive(): void {
    this.dispatchEvent(new Event('live'));
    this.course.forget();
    this.deck.playLive(this.src, this.whep, this.wish);
  }

  playPast(from: number): void {
    this.dispatchEvent(new Event('rewound'));
    this.course.forget();
    this.deck.playPast(this.past, from);
  }

  /** The viewer pressed for captions; what he has then stays his wish. */
  private readonly captioned = () => setTimeout(() => keepCaptions(this.video));

  private choose({ wish }: WishEvent): void {
    this.wish = wish;
    this.deck.want(wish);
  }

  get engine() {
    return this.deck.engine;
  }

  get begun(): number {
    return Date.parse(this.since ?? '') || 0;
  }

  get atEdge(): boolean {
    return this.engine?.atEdge ?? false;
  }

  /** There is nothing newer than what is shown. */
  get atLiveEdge(): boolean {
    return this.live && !this.course.rewound && this.atEdge;
  }

  holdEdge(hold: boolean): void {
    this.engine?.holdEdge?.(hold);
  }

  /** Seconds behind the event, exactly; the page shows it in its details. */
  get secondsBehind(): number | null {
    return this.engine?.delay ?? null;
  }

  private async loadExtras(): Promise<void> {
    const { src } = this;
    const extras = await extrasOf(src);
    if (src === this.src) this.extras = extras;
  }

  private glance(): void {
    if (this.stale && !this.video.paused) this.takeUp();
    this.course.look();
    this.pace.look();
    this.layer.look();
    this.deck.look();
    const { position, end } = this.course;
    const now = [position, end, this.atEdge, this.secondsBehind, this.video.videoHeight].join();
    if (now !== this.shown) this.requestUpdate();
    this.shown = now;
    this.dispatchEvent(new Event('glance'));
  }

  /** Goes to a moment of the program, in seconds since it began. */
  seek(to: number): void {
    this.course.seek(to);
    this.requestUpdate();
  }

  goLive(): void {
    this.course.goLive();
    this.requestUpdate();
  }

  protected override render() {
    return html`<media-controller
        nohotkeys
        lang=${languageTag()}
        aria-label=${t(words.player)}
        defaultstreamtype=${this.live ? 'live' : 'on-demand'}
        @mediatogglesubtitlesrequest=${this.captioned}
        @mediashowsubtitlesrequest=${this.captioned}
        @mediadisablesubtitlesrequest=${this.captioned}
      >
        <video
          slot="media"
          data-test="player-video"
          playsinline
          poster=${this.poster}
          @seeked=${() => this.layer.look()}
        ></video>
        ${this.above()}
        <media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
        ${this.heading ? html`<h1 slot="top-chrome" class="heading">${this.heading}</h1>` : nothing}
        ${this.live ? this.top() : nothing}
        ${this.deck.troubled
          ? html`<p slot="centered-chrome" class="trouble" role="status">${t(words.trouble)}</p>`
          : nothing}
        ${this.tight && isHigh(this.frame) ? this.ways() : nothing} ${keyed(languageTag(), this.bar())}
        ${this.over()}
      </media-controller>
      ${this.tight ? nothing : this.ways()}`;
  }

  /** Drawn here, so that the picture itself stays as it is for everybody else. */
  private above() {
    const { shown, minute } = this.layer;
    return isEmpty(shown)
      ? nothing
      : html`<ro-layer
          slot="middle-chrome"
          noautohide
          .shown=${shown}
          .base=${this.src}
          .minute=${minute}
        ></ro-layer>`;
  }

  private top() {
    const { rewound, position, end } = this.course;
    return html`<div slot="top-chrome" class="top" noautohide>
      ${rewound
        ? html`<span class="rewound" data-test="rewound">${t(words.rewound)}</span>`
        : html`<ro-on-air .since=${this.since}></ro-on-air>`}
      ${this.atEdge || hasSteps(this.frame) ? nothing : moment({ position, end })}
    </div>`;
  }

  /** Above everything, whatever fades away below it. */
  private over() {
    return html`${this.sheet ? openedSheet(this.sheet, this) : nothing}
    ${this.deck.silenced && !this.sheet
      ? html`<button
          slot="dialog"
          noautohide
          class="sound"
          data-test="unmute"
          @click=${() => this.deck.unmute()}
        >
          <ro-icon name="speaker"></ro-icon>${t(words.unmute)}
        </button>`
      : nothing}`;
  }

  ways() {
    return this.live && this.whep && !this.course.rewound
      ? html`<ro-latency
          .wish=${this.wish}
          .way=${this.deck.way}
          .why=${this.deck.why}
          .delay=${this.atEdge ? this.secondsBehind : null}
          ?over=${this.tight}
          @wish=${this.choose}
        ></ro-latency>`
      : nothing;
  }

  private bar() {
    const { position, end } = this.course;
    const { live, atEdge, secondsBehind: delay, frame, sheet } = this;
    const chaptered = this.extras.chapters.length > 0;
    const lines = this.video?.videoHeight ?? 0;
    return html`<ro-seek-bar
        .position=${position}
        .end=${end}
        .chapters=${this.extras.chapters}
        .stills=${this.extras.stills}
        .base=${this.src}
        @seek=${(event: SeekEvent) => this.seek(event.moment)}
      ></ro-seek-bar>
      ${playerBar({ live, atEdge, position, end, delay, lines, chaptered, frame, sheet }, this.actions)}`;
  }

  private readonly actions = {
    seek: (to: number) => this.seek(to),
    goLive: () => this.goLive(),
    toggle: (sheet: Sheet) => this.toggle(sheet),
  };

  then(act: () => void): void {
    act();
    this.requestUpdate();
  }

  /** Whoever closes a panel stands again where he opened it. */
  toggle(sheet: Sheet): void {
    const closing = this.sheet === sheet;
    this.sheet = closing ? null : sheet;
    if (!closing) return;
    const from = this.renderRoot.querySelector<HTMLElement>(`media-control-bar [data-test="open-${sheet}"]`);
    (from ?? this.renderRoot.querySelector<HTMLElement>('[data-test="open-settings"]'))?.focus();
  }

  askTheatre(): void {
    if (this.theatre !== null) this.dispatchEvent(new Event('theatre'));
  }

  private press(event: KeyboardEvent): void {
    const command = commandOf(event);
    if (!command || isForControl(event.composedPath(), event.key)) return;
    event.preventDefault();
    this.command(command);
  }

  /** Who cannot press for sound with a pointer presses OK. */
  command(command: Command): void {
    if (this.tv && command === 'play' && this.deck.silenced) this.deck.unmute();
    else this.then(() => obey(command, this));
  }
}
