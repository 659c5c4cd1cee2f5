import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { common } from '../../shared/i18n/common.js';
import { clock } from '../../shared/i18n/format.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { controls } from '../../shared/ui/controls.js';
import '../../shared/ui/confirm.js';
import { cuts, endingAt, startingAt, type Marks, type Trim } from './key-frames.js';
import { look } from './look.js';
import { words } from './words.js';

/** The host wants it so. */
export class TrimEvent extends Event {
  constructor(readonly wish: Marks | 'undo' | 'erase') {
    super('trim');
  }
}

/** He wants to see that moment. */
export class LookEvent extends Event {
  constructor(readonly moment: number) {
    super('look');
  }
}

/** Start and end of what is to be left. */
@customElement('ro-trimming')
export class Trimming extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) trim!: Trim;
  @property({ attribute: false }) moment: () => number = () => 0;
  @property({ type: Boolean }) busy = false;
  @state() private marks?: Marks;
  @state() private asking = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('trim')) this.marks = { start: 0, end: this.trim.duration };
  }

  protected override render() {
    const { trim, marks } = this;
    if (!marks) return nothing;
    return html`<fieldset>
      <legend>${t(words.trim)}</legend>
      <p class="small quiet">${t(words.trimHint)}</p>
      <div class="row">
        <button data-test="start-here" ?disabled=${this.busy} @click=${this.start}>
          ${t(words.startHere)}
        </button>
        <button data-test="end-here" ?disabled=${this.busy} @click=${this.end}>
          ${t(words.endHere)}
        </button>
      </div>
      <p class="marks small figures" role="status">
        <span data-test="mark-start">${t(words.starts, clock(marks.start))}</span>
        <span data-test="mark-end">${t(words.ends, clock(marks.end))}</span>
      </p>
      ${cuts(marks, trim)
        ? html`<div class="row">
            <button
              class="primary"
              data-test="cut"
              ?disabled=${this.busy}
              @click=${() => this.dispatchEvent(new TrimEvent(marks))}
            >
              ${t(words.cut, clock(marks.end - marks.start))}
            </button>
            <button @click=${() => (this.marks = { start: 0, end: trim.duration })}>
              ${t(common.cancel)}
            </button>
          </div>`
        : nothing}
      ${this.rest()}
    </fieldset>`;
  }

  private rest() {
    const { state, kept, duration } = this.trim;
    if (state === 'whole') return nothing;
    if (state === 'erasing') return html`<p class="small" role="status">${t(words.erasing)}</p>`;
    return html`<p class="small" data-test="hidden">${t(words.hidden, clock(kept - duration))}</p>
      <div class="row">
        <button
          data-test="uncut"
          ?disabled=${this.busy}
          @click=${() => this.dispatchEvent(new TrimEvent('undo'))}
        >
          ${t(words.undo)}
        </button>
        <button data-test="erase" ?disabled=${this.busy} @click=${() => (this.asking = true)}>
          ${t(words.erase)}
        </button>
      </div>
      ${this.asking
        ? html`<ro-confirm
            question=${t(words.eraseQuestion)}
            detail=${t(words.eraseDetail)}
            yes=${t(words.erase)}
            no=${t(common.cancel)}
            @yes=${this.erase}
            @no=${() => (this.asking = false)}
          ></ro-confirm>`
        : nothing}`;
  }

  private erase(): void {
    this.asking = false;
    this.dispatchEvent(new TrimEvent('erase'));
  }

  /** He sees the key frame with which it will begin. */
  private start(): void {
    if (!this.marks) return;
    this.marks = startingAt(this.moment(), this.marks, this.trim);
    this.dispatchEvent(new LookEvent(this.marks.start));
  }

  private end(): void {
    if (!this.marks) return;
    this.marks = endingAt(this.moment(), this.marks, this.trim);
    this.dispatchEvent(new LookEvent(this.marks.end));
  }
}
