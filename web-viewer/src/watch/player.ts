import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import 'media-chrome';
import { addTranslation } from 'media-chrome/dist/utils/i18n.js';
import { ZhCn } from 'media-chrome/dist/lang/zh-CN.js';
import { common } from '../shared/i18n/common.js';
import { roughly } from '../shared/i18n/format.js';
import { languageTag, t, Translated } from '../shared/i18n/language.js';
import { Engine } from '../shared/player/engine.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import '../shared/ui/on-air.js';
import { commandOf, isForControl, type Command } from './keys.js';
import { look } from './player-look.js';
import { words } from './words.js';

addTranslation('zh-CN', ZhCn);

/** Picture and controls of one HLS address; at the live edge or anywhere in it. */
@customElement('ro-player')
export class Player extends LitElement {
  static override styles = [controls, look];

  @property() src = '';
  @property() poster = '';
  @property({ type: Boolean }) live = false;
  @property() since: string | null = null;
  @state() private atEdge = true;
  @state() private delay: number | null = null;
  @state() private height = 0;
  @state() private silenced = false;
  @state() private troubled = false;
  @query('video') readonly video!: HTMLVideoElement;
  @query('media-controller') private controller!: HTMLElement;
  private engine?: Engine;
  private timer?: ReturnType<typeof setInterval>;
  private readonly onKey = (event: KeyboardEvent) => this.press(event);

  constructor() {
    super();
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
    this.timer = setInterval(() => this.glance(), 500);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
    clearInterval(this.timer);
    this.engine?.close();
    this.engine = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('src') && !changed.has('live')) return;
    this.engine?.close();
    this.engine = new Engine(this.video, this.src, this.live, {
      onTrouble: (troubled) => (this.troubled = troubled),
    });
    void this.engine.start().then(() => (this.silenced = this.video.muted));
  }

  /** Seconds behind the event, exactly; the page shows it in its details. */
  get secondsBehind(): number | null {
    return this.engine?.delay ?? null;
  }

  private glance(): void {
    this.atEdge = this.engine?.atEdge ?? false;
    this.delay = this.engine?.delay ?? null;
    this.height = this.video.videoHeight;
    if (!this.video.muted) this.silenced = false;
    this.dispatchEvent(new Event('glance'));
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
            <ro-on-air .since=${this.since}></ro-on-air>
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
      ${keyed(languageTag(), this.bar())}
    </media-controller>`;
  }

  private bar() {
    return html`<media-time-range></media-time-range>
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
      class="edge ${this.atEdge ? 'at' : ''}"
      data-test="live-button"
      data-at-edge=${this.atEdge}
      title=${t(this.atEdge ? words.atLive : words.goLive)}
      aria-label=${t(this.atEdge ? words.atLive : words.goLive)}
      @click=${() => this.engine?.goLive()}
    >
      <span class="dot"></span>${t(this.atEdge ? words.live : words.goLive)}
    </button>`;
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
        video.currentTime -= 5;
        return;
      case 'forward':
        video.currentTime += 5;
        return;
      case 'louder':
        video.volume = Math.min(1, video.volume + 0.1);
        return;
      case 'softer':
        video.volume = Math.max(0, video.volume - 0.1);
        return;
      case 'live':
        this.engine?.goLive();
    }
  }
}
