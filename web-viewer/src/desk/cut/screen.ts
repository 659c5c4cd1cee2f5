import { html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { clock } from '../../shared/i18n/format.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { Engine } from '../../shared/player/engine.js';
import { controls } from '../../shared/ui/controls.js';
import '../../shared/ui/icon.js';
import { look } from './look.js';
import { words } from './words.js';

/** Shows the recording to its host, and goes exactly where he is to look. */
@customElement('ro-cut-screen')
export class CutScreen extends LitElement {
  static override styles = [controls, look];

  @property() src = '';
  @property({ attribute: false }) keyFrames: readonly number[] = [];
  @state() private at = 0;
  @state() private all = 0;
  @query('video') private video!: HTMLVideoElement;
  private engine?: Engine;

  constructor() {
    super();
    new Translated(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.engine?.close();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('src') && this.src) void this.play();
  }

  /** What was cut has another address: it begins anew. */
  private async play(): Promise<void> {
    this.engine?.close();
    const engine = new Engine(this.video, this.src, false, {}, 0);
    this.engine = engine;
    this.video.muted = true;
    await engine.start();
    if (engine !== this.engine) return;
    this.video.pause();
    this.video.muted = false;
  }

  /** Seconds of what is shown. */
  get moment(): number {
    return this.video.currentTime;
  }

  show(moment: number): void {
    this.video.pause();
    this.video.currentTime = moment;
  }

  private step(by: -1 | 1): void {
    const { keyFrames, moment } = this;
    const to =
      by < 0
        ? keyFrames.findLast((key) => key < moment - 0.05)
        : keyFrames.find((key) => key > moment + 0.05);
    if (to !== undefined) this.show(to);
  }

  private look(): void {
    this.at = this.video.currentTime;
    this.all = Number.isFinite(this.video.duration) ? this.video.duration : 0;
  }

  protected override render() {
    return html`<div class="screen">
      <video
        controls
        playsinline
        aria-label=${t(words.player)}
        data-test="cut-video"
        @timeupdate=${this.look}
        @seeking=${this.look}
        @durationchange=${this.look}
      ></video>
      <div class="row">
        <button data-test="key-earlier" @click=${() => this.step(-1)}>${t(words.earlier)}</button>
        <button data-test="key-later" @click=${() => this.step(1)}>${t(words.later)}</button>
        <span class="small figures quiet" data-test="cut-position"
          >${t(words.position, clock(this.at), clock(this.all))}</span
        >
      </div>
    </div>`;
  }
}
