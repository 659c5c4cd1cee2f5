import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { VISIBILITIES } from '../shared/api/access.js';
import { asDownload } from '../shared/api/download.js';
import { asProblem } from '../shared/api/http.js';
import type { Station } from '../shared/api/station.js';
import type { OwnRecording, Visibility } from '../shared/api/streaming.js';
import { accessWords } from '../shared/i18n/access-words.js';
import { common } from '../shared/i18n/common.js';
import { bitRate, bytes, clock, dayAndTime } from '../shared/i18n/format.js';
import { t, Translated } from '../shared/i18n/language.js';
import { explain } from '../shared/i18n/problems.js';
import { announce } from '../shared/ui/announcer.js';
import '../share/sound.js';
import '../shared/ui/confirm.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import { look } from './recordings-look.js';
import { recordingWords as words } from './recording-words.js';
import './captions.js';
import './cut/studio.js';
import type { EditedEvent } from './cut/studio.js';
import { words as cutWords } from './cut/words.js';
import './recording-mp4.js';

/** A recording is gone. */
export class RemovedEvent extends Event {
  constructor(readonly id: string) {
    super('removed');
  }
}

/** One recording: what it is, who may see it, what can be done with it. */
@customElement('ro-desk-recording')
export class DeskRecording extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) station!: Station;
  @property({ attribute: false }) recording!: OwnRecording;
  @property({ attribute: false }) editing = false;
  /** Trimming, picture and chapters are open. */
  @state() private cutting = false;
  @state() private asking = false;
  @state() private busy = false;
  @state() private error = '';

  constructor() {
    super();
    new Translated(this);
  }

  private get path(): string {
    return `/api/recordings/${encodeURIComponent(this.recording.id)}`;
  }

  private get name(): string {
    return this.recording.title || t(common.untitled);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('editing') && this.editing) {
      this.renderRoot.querySelector<HTMLInputElement>('input')?.focus();
    }
  }

  protected override render() {
    return html`<article aria-label=${this.name} data-test="recording">
      ${this.editing ? this.form() : this.shown()}
      <p class="error" role="alert" data-test="recording-error">${this.error}</p>
      ${this.asking ? this.question() : nothing}
    </article>`;
  }

  private shown() {
    const { recording } = this;
    return html`<div class="head">
        <img src=${recording.thumbnail} alt="" loading="lazy" />
        <div class="words">
          <h3><a href=${recording.page} data-test="recording-title">${this.name}</a></h3>
          <p class="small quiet">
            ${dayAndTime(recording.startedAt)} · <span class="figures">${clock(recording.duration)}</span>
            · <b class="seen" data-test="recording-visibility">${t(accessWords[recording.visibility][0])}</b>
          </p>
          ${recording.description
            ? html`<p class="small description">${recording.description}</p>`
            : nothing}
        </div>
      </div>
      ${this.properties()}
      <div class="row">
        <button data-test="recording-edit" @click=${() => (this.editing = true)}>
          ${t(common.edit)}
        </button>
        <button data-test="recording-delete" ?disabled=${this.busy} @click=${() => (this.asking = true)}>
          <ro-icon name="remove"></ro-icon>${t(common.remove)}
        </button>
        <a class="button" href=${asDownload(recording.mp4)} download data-test="recording-mp4">
          <ro-icon name="download"></ro-icon>${t(words.asItWas, bytes(recording.size))}
        </a>
        <ro-sound href=${recording.sound}></ro-sound>
        <button
          data-test="recording-studio"
          aria-expanded=${this.cutting}
          @click=${() => (this.cutting = !this.cutting)}
        >
          ${t(this.cutting ? cutWords.shut : cutWords.open)}
        </button>
      </div>
      <ro-desk-captions
        .station=${this.station}
        .path=${this.path}
        .hls=${recording.hls}
      ></ro-desk-captions>
      ${this.cutting
        ? html`<ro-studio
            .station=${this.station}
            .recording=${recording}
            @edited=${(event: EditedEvent) => (this.recording = event.recording)}
          ></ro-studio>`
        : nothing}
      <ro-desk-mp4 .station=${this.station} .path=${`${this.path}/mp4`}></ro-desk-mp4>`;
  }

  private properties() {
    const known = this.recording.properties;
    if (!known) return nothing;
    const sizes = known.resolutions.map(({ width, height }) => `${width}×${height}`);
    const facts: [string, string][] = [
      [t(words.size), sizes.join(', ')],
      [t(words.rate), `${known.frameRate.toFixed(1)}`],
      [t(words.bits), bitRate(known.bitRate)],
      [t(words.codecs), known.codecs],
      [t(words.bytes), bytes(known.size)],
    ];
    return html`<details data-test="recording-properties">
      <summary>${t(words.properties)}</summary>
      <dl class="small">
        ${facts.map(([name, value]) => html`<dt>${name}</dt><dd class="figures">${value}</dd>`)}
      </dl>
    </details>`;
  }

  private form() {
    const { recording } = this;
    return html`<form novalidate @submit=${this.save} data-test="recording-form">
      <label
        ><span class="label">${t(common.title)}</span>
        <input name="title" maxlength="200" data-test="edit-title" .value=${recording.title}
      /></label>
      <label
        ><span class="label">${t(common.description)}</span>
        <textarea
          name="description"
          maxlength="4000"
          rows="4"
          data-test="edit-description"
          .value=${recording.description}
        ></textarea>
      </label>
      <label
        ><span class="label">${t(accessWords.title)}</span>
        <select name="visibility" data-test="edit-visibility">
          ${VISIBILITIES.map(
            (choice) =>
              html`<option value=${choice} ?selected=${choice === recording.visibility}>
                ${t(accessWords[choice][0])}
              </option>`,
          )}
        </select>
        <span class="quiet small hint">${t(words.seenHint)}</span>
      </label>
      <div class="row">
        <button class="primary" data-test="edit-save" ?disabled=${this.busy}>${t(common.save)}</button>
        <button type="button" @click=${() => (this.editing = false)}>${t(common.cancel)}</button>
      </div>
    </form>`;
  }

  private question() {
    return html`<ro-confirm
      question=${t(words.removeQuestion, this.name)}
      detail=${t(words.removeDetail)}
      yes=${t(words.removeYes)}
      no=${t(common.cancel)}
      @yes=${this.erase}
      @no=${() => (this.asking = false)}
    ></ro-confirm>`;
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const body = {
      title: String(fields.get('title')),
      description: String(fields.get('description')),
      visibility: String(fields.get('visibility')) as Visibility,
    };
    await this.carry(async () => {
      this.recording = await this.station.send<OwnRecording>('PATCH', this.path, body);
      this.editing = false;
      announce(t(words.saved));
    });
  }

  private async erase(): Promise<void> {
    this.asking = false;
    await this.carry(async () => {
      await this.station.send<void>('DELETE', this.path);
      announce(t(words.removed));
      this.dispatchEvent(new RemovedEvent(this.recording.id));
    });
  }

  private async carry(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = '';
    try {
      await work();
    } catch (error) {
      this.error = explain(asProblem(error));
    } finally {
      this.busy = false;
    }
  }
}
