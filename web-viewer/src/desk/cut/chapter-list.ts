import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { clock } from '../../shared/i18n/format.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { controls } from '../../shared/ui/controls.js';
import '../../shared/ui/icon.js';
import { added, MOST_CHAPTERS, renamed, type Chapter } from './chapters.js';
import { look } from './look.js';
import { LookEvent } from './trimming.js';
import { words } from './words.js';

/** The chapters are to be these; null: by who was on air. */
export class ChaptersEvent extends Event {
  constructor(readonly chapters: readonly Chapter[] | null) {
    super('chapters');
  }
}

/** Chapters as their host writes them. */
@customElement('ro-chapter-list')
export class ChapterList extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) chapters: readonly Chapter[] = [];
  @property({ attribute: false }) moment: () => number = () => 0;
  @property({ type: Boolean }) busy = false;
  @state() private list: readonly Chapter[] = [];
  @state() private full = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('chapters')) this.list = this.chapters;
  }

  protected override render() {
    return html`<fieldset>
      <legend>${t(words.chapters)}</legend>
      ${this.list.length === 0
        ? html`<p class="small quiet">${t(words.noChapters)}</p>`
        : html`<ol data-test="chapter-list">
            ${repeat(this.list, ({ start }) => start, (one, index) => this.row(one, index))}
          </ol>`}
      <p class="error" role="alert">${this.full ? t(words.fullChapters) : ''}</p>
      <div class="row">
        <button data-test="add-chapter" @click=${this.add}>
          <ro-icon name="plus"></ro-icon>${t(words.addChapter)}
        </button>
        <button
          class="primary"
          data-test="save-chapters"
          ?disabled=${this.busy || this.list === this.chapters}
          @click=${() => this.dispatchEvent(new ChaptersEvent(this.list))}
        >
          ${t(words.saveChapters)}
        </button>
        <button
          data-test="chapters-by-takes"
          ?disabled=${this.busy}
          @click=${() => this.dispatchEvent(new ChaptersEvent(null))}
        >
          ${t(words.byTakes)}
        </button>
      </div>
    </fieldset>`;
  }

  private row({ start, title }: Chapter, index: number) {
    const change = (event: Event) =>
      (this.list = renamed(this.list, start, (event.target as HTMLInputElement).value));
    return html`<li class="chapter">
      <button
        class="figures"
        aria-label=${t(words.goTo, clock(start))}
        @click=${() => this.dispatchEvent(new LookEvent(start))}
      >
        ${clock(start)}
      </button>
      <input
        maxlength="100"
        aria-label=${t(words.chapter, index + 1)}
        data-test="chapter-title"
        .value=${title}
        @change=${change}
      />
      <button
        aria-label=${t(words.removeChapter, title)}
        data-test="remove-chapter"
        @click=${() => (this.list = this.list.filter((one) => one.start !== start))}
      >
        <ro-icon name="remove"></ro-icon>
      </button>
    </li>`;
  }

  private add(): void {
    this.full = this.list.length >= MOST_CHAPTERS;
    if (!this.full) this.list = added(this.list, this.moment(), t(words.newChapter));
  }
}
