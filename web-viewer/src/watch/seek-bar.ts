import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { clock } from '../shared/i18n/format.js';
import { t, Translated } from '../shared/i18n/language.js';
import { cueAt, tileOf, type Cue } from '../shared/player/vtt.js';
import { look } from './seek-bar-look.js';
import { words } from './words.js';

/** Half of the widest preview: so far it stays from the ends of the bar. */
const PREVIEW = 88;

/** The moment that a viewer picked, in seconds since the program began. */
export class SeekEvent extends Event {
  constructor(readonly moment: number) {
    super('seek');
  }
}

/** The whole program as a line: where one is, and of each moment a picture and who was on air. */
@customElement('ro-seek-bar')
export class SeekBar extends LitElement {
  static override styles = look;

  @property({ type: Number }) position = 0;
  @property({ type: Number }) end = 0;
  @property({ attribute: false }) chapters: readonly Cue[] = [];
  @property({ attribute: false }) stills: readonly Cue[] = [];
  /** What the addresses of the stills are relative to. */
  @property() base = '';
  @state() private pointed: number | null = null;
  @state() private dragging = false;
  @query('.bar') private bar!: HTMLElement;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const shown = this.dragging && this.pointed !== null ? this.pointed : this.position;
    const chapter = cueAt(this.chapters, shown)?.text;
    const at = `${this.share(shown) * 100}%`;
    return html`<div
      class="bar"
      role="slider"
      tabindex="0"
      data-test="seek-bar"
      aria-label=${t(words.seek)}
      aria-valuemin="0"
      aria-valuemax=${Math.round(this.end)}
      aria-valuenow=${Math.round(shown)}
      aria-valuetext=${t(words.moment, clock(shown), clock(this.end)) +
      (chapter ? `, ${chapter}` : '')}
      @pointerdown=${this.press}
      @pointermove=${this.move}
      @pointerup=${this.release}
      @pointercancel=${this.forget}
      @pointerleave=${() => this.dragging || this.forget()}
      @keydown=${this.key}
    >
      <div class="track"><div class="done" style=${styleMap({ width: at })}></div></div>
      <div class="thumb" style=${styleMap({ left: at })}></div>
      ${this.pointed === null ? nothing : this.preview(this.pointed)}
    </div>`;
  }

  private preview(moment: number) {
    const width = this.bar.clientWidth;
    const at = Math.min(Math.max(this.share(moment) * width, PREVIEW), width - PREVIEW);
    const chapter = cueAt(this.chapters, moment)?.text;
    return html`<div
      class="preview"
      aria-hidden="true"
      data-test="preview"
      style=${styleMap({ left: `${at}px`, transform: 'translateX(-50%)' })}
    >
      ${this.still(moment)}${chapter ? html`<p>${chapter}</p>` : nothing}
      <p class="time">${clock(moment)}</p>
    </div>`;
  }

  private still(moment: number) {
    const cue = cueAt(this.stills, moment);
    const tile = cue && tileOf(cue.text, this.base);
    if (!tile) return nothing;
    return html`<div
      class="still"
      data-test="still"
      style=${styleMap({
        width: `${tile.width}px`,
        height: `${tile.height}px`,
        backgroundImage: `url("${tile.url}")`,
        backgroundPosition: `-${tile.x}px -${tile.y}px`,
      })}
    ></div>`;
  }

  private share(moment: number): number {
    return this.end > 0 ? Math.min(1, Math.max(0, moment / this.end)) : 0;
  }

  private momentAt(event: PointerEvent): number {
    const { left, width } = this.bar.getBoundingClientRect();
    return (Math.min(1, Math.max(0, (event.clientX - left) / width)) || 0) * this.end;
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.bar.setPointerCapture(event.pointerId);
    this.dragging = true;
    this.pointed = this.momentAt(event);
  }

  private move(event: PointerEvent): void {
    this.pointed = this.momentAt(event);
  }

  private release(event: PointerEvent): void {
    if (!this.dragging) return;
    this.dragging = false;
    this.seek(this.momentAt(event));
    if (event.pointerType !== 'mouse') this.forget();
  }

  private forget(): void {
    this.dragging = false;
    this.pointed = null;
  }

  private key(event: KeyboardEvent): void {
    const by = { PageUp: 60, PageDown: -60, ArrowUp: 10, ArrowRight: 10, ArrowDown: -10, ArrowLeft: -10 };
    const step = by[event.key as keyof typeof by];
    if (step !== undefined) this.seek(this.position + step);
    else if (event.key === 'Home') this.seek(0);
    else if (event.key === 'End') this.seek(this.end);
    else return;
    event.preventDefault();
  }

  private seek(moment: number): void {
    this.dispatchEvent(new SeekEvent(Math.min(this.end, Math.max(0, moment))));
  }
}
