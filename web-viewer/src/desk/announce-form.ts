import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import { hasTime, type Form } from './announce.js';
import { words } from './coming-words.js';

export type SaveEvent = CustomEvent<{ readonly form: Form; readonly picture: File | null }>;

/** What a host says of a program to come. */
@customElement('ro-announce-form')
export class AnnounceForm extends LitElement {
  static override styles = [
    controls,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 13.75rem), 1fr));
        gap: 1rem;
      }
      .whole {
        grid-column: 1 / -1;
      }
      textarea {
        width: 100%;
        min-height: 6rem;
        padding: 0.75rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--ground);
        color: inherit;
        font: 400 1rem/1.5rem var(--font);
        resize: vertical;
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) form!: Form;
  @property({ type: Boolean }) changes = false;
  @state() private trouble = '';
  @query('form') private fields!: HTMLFormElement;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { title, host, at, minutes, description } = this.form;
    return html`<form @submit=${this.save}>
      <label class="whole"
        ><span class="label">${t(common.title)}</span>
        <input name="title" required maxlength="200" .value=${title} data-test="coming-title"
      /></label>
      <label
        ><span class="label">${t(words.at)}</span>
        <input name="at" type="datetime-local" required .value=${at} data-test="coming-at"
      /></label>
      <label
        ><span class="label">${t(words.minutes)}</span>
        <input
          name="minutes"
          type="number"
          required
          min="1"
          max="1440"
          .value=${String(minutes)}
          data-test="coming-minutes"
      /></label>
      <label
        ><span class="label">${t(common.host)}</span>
        <input name="host" maxlength="200" .value=${host} data-test="coming-host"
      /></label>
      <label class="whole"
        ><span class="label">${t(common.description)}</span>
        <textarea
          name="description"
          maxlength="4000"
          .value=${description}
          data-test="coming-description"
        ></textarea>
      </label>
      <label class="whole"
        ><span class="label">${t(words.picture)}</span>
        <input
          name="picture"
          type="file"
          accept="image/jpeg,image/png,image/gif,image/bmp"
          data-test="coming-picture"
        />
        <span class="tiny quiet">${t(words.pictureHint)}</span>
      </label>
      ${this.trouble ? html`<p class="whole" role="alert">${this.trouble}</p>` : nothing}
      <div class="answers whole">
        <button class="primary" data-test="coming-save">
          ${t(this.changes ? words.saveChange : words.save)}
        </button>
        <button type="button" data-test="coming-cancel" @click=${this.cancel}>
          ${t(common.cancel)}
        </button>
      </div>
    </form>`;
  }

  private save(event: Event): void {
    event.preventDefault();
    const data = new FormData(this.fields);
    const text = (name: string) => String(data.get(name) ?? '');
    const form = {
      ...{ title: text('title'), host: text('host'), at: text('at') },
      ...{ minutes: Number(text('minutes')), description: text('description') },
    };
    this.trouble = hasTime(form) ? '' : t(words.noTime);
    if (this.trouble) return;
    const file = data.get('picture');
    const picture = file instanceof File && file.size > 0 ? file : null;
    this.dispatchEvent(new CustomEvent('save', { detail: { form, picture } }));
  }

  private cancel(): void {
    this.dispatchEvent(new Event('cancel'));
  }
}
