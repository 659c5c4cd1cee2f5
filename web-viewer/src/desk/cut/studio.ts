import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { asProblem, json } from '../../shared/api/http.js';
import type { Station } from '../../shared/api/station.js';
import type { OwnRecording } from '../../shared/api/streaming.js';
import { common } from '../../shared/i18n/common.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { explain } from '../../shared/i18n/problems.js';
import { announce } from '../../shared/ui/announcer.js';
import { controls } from '../../shared/ui/controls.js';
import './chapter-list.js';
import type { ChaptersEvent } from './chapter-list.js';
import { written, type Chapter } from './chapters.js';
import type { Trim } from './key-frames.js';
import { look } from './look.js';
import './screen.js';
import type { CutScreen } from './screen.js';
import './trimming.js';
import type { LookEvent, TrimEvent } from './trimming.js';
import { words } from './words.js';

const ASK_EVERY = 2_000;

/** The recording is another now. */
export class EditedEvent extends Event {
  constructor(readonly recording: OwnRecording) {
    super('edited');
  }
}

/** Where a host trims a recording, chooses its picture and writes its chapters. */
@customElement('ro-studio')
export class Studio extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) station!: Station;
  @property({ attribute: false }) recording!: OwnRecording;
  @state() private trim?: Trim;
  @state() private chapters: readonly Chapter[] = [];
  @state() private busy = false;
  @state() private error = '';
  @query('ro-cut-screen') private screen?: CutScreen;
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(() => void this.carry(() => this.load()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private get path(): string {
    return `/api/recordings/${encodeURIComponent(this.recording.id)}`;
  }

  private readonly moment = () => this.screen?.moment ?? 0;

  private readonly showMoment = (event: LookEvent) => this.screen?.show(event.moment);

  protected override render() {
    const { trim, busy } = this;
    return html`<div class="studio" data-test="studio">
        <ro-cut-screen .src=${this.recording.hls} .keyFrames=${trim?.keyFrames ?? []}></ro-cut-screen>
        <div class="tools">
          ${trim
            ? html`<ro-trimming
                  .trim=${trim}
                  .moment=${this.moment}
                  ?busy=${busy}
                  @look=${this.showMoment}
                  @trim=${this.cut}
                ></ro-trimming>
                ${this.picture()}
                <ro-chapter-list
                  .chapters=${this.chapters}
                  .moment=${this.moment}
                  ?busy=${busy}
                  @look=${this.showMoment}
                  @chapters=${this.write}
                ></ro-chapter-list>`
            : this.error
              ? nothing
              : html`<p class="quiet">${t(common.loading)}</p>`}
        </div>
      </div>
      <p class="error" role="alert" data-test="studio-error">${this.error}</p>`;
  }

  private picture() {
    return html`<fieldset>
      <legend>${t(words.picture)}</legend>
      <div class="row">
        <button data-test="take-picture" ?disabled=${this.busy} @click=${this.takePicture}>
          ${t(words.takePicture)}
        </button>
        <label>
          <input
            class="file"
            type="file"
            data-test="upload-picture"
            accept="image/jpeg,image/png,image/gif,image/bmp"
            ?disabled=${this.busy}
            @change=${this.upload}
          />
          <span class="button">${t(words.upload)}</span>
        </label>
        <button data-test="own-picture" ?disabled=${this.busy} @click=${this.forgetPicture}>
          ${t(words.automatic)}
        </button>
      </div>
      <p class="tiny quiet">${t(words.uploadHint)}</p>
    </fieldset>`;
  }

  private async load(): Promise<void> {
    clearTimeout(this.timer);
    this.trim = await this.station.send<Trim>('GET', `${this.path}/trim`);
    this.chapters = await this.told();
    if (this.trim.state === 'erasing' && this.isConnected) {
      this.timer = setTimeout(() => void this.carry(() => this.load()), ASK_EVERY);
    }
  }

  /** The address of a private one holds the right to read it. */
  private told(): Promise<Chapter[]> {
    return json<Chapter[]>(new URL('chapters.json', this.recording.hls).href);
  }

  private cut({ wish }: TrimEvent): void {
    void this.carry(async () => {
      const path = `${this.path}/trim`;
      if (wish === 'undo') this.put(await this.station.send<OwnRecording>('DELETE', path));
      else if (wish === 'erase') await this.station.send('POST', `${path}/erase`);
      else this.put(await this.station.send<OwnRecording>('PUT', path, wish));
      if (wish !== 'erase') announce(t(wish === 'undo' ? words.undone : words.wasCut));
      await this.load();
    });
  }

  private write({ chapters }: ChaptersEvent): void {
    void this.carry(async () => {
      const path = `${this.path}/chapters`;
      if (chapters) await this.station.send('PUT', path, { chapters: written(chapters) });
      else await this.station.send('DELETE', path);
      this.chapters = await this.told();
      announce(t(words.savedChapters));
    });
  }

  private takePicture(): void {
    const at = this.moment();
    this.pictured(() => this.station.send<OwnRecording>('PUT', `${this.path}/picture`, { at }));
  }

  private forgetPicture(): void {
    this.pictured(() => this.station.send<OwnRecording>('DELETE', `${this.path}/picture`));
  }

  private upload(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) this.pictured(() => this.station.upload<OwnRecording>(`${this.path}/picture`, file));
    input.value = '';
  }

  private pictured(change: () => Promise<OwnRecording>): void {
    void this.carry(async () => {
      this.put(await change());
      announce(t(words.pictured));
    });
  }

  private put(recording: OwnRecording): void {
    this.dispatchEvent(new EditedEvent(recording));
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
