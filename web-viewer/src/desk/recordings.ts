import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { asProblem } from '../shared/api/http.js';
import type { Station } from '../shared/api/station.js';
import type { OwnRecording } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { explain } from '../shared/i18n/problems.js';
import { controls } from '../shared/ui/controls.js';
import './recording.js';
import type { RemovedEvent } from './recording.js';
import { look } from './recordings-look.js';
import { recordingWords as words } from './recording-words.js';

/** The host's recordings, newest first; each is edited in its place. */
@customElement('ro-desk-recordings')
export class DeskRecordings extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) station!: Station;
  @state() private all?: readonly OwnRecording[];
  @state() private error = '';

  constructor() {
    super();
    new Translated(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('station')) void this.load();
  }

  protected override render() {
    return html`<section class="panel" aria-labelledby="recordings" data-test="desk-recordings">
      <h2 id="recordings">${t(common.recordings)}</h2>
      ${this.content()}
      <p class="error" role="alert">${this.error}</p>
    </section>`;
  }

  private content() {
    if (this.error) return html`<button @click=${this.load}>${t(common.tryAgain)}</button>`;
    if (!this.all) return html`<p class="quiet">${t(common.loading)}</p>`;
    if (this.all.length === 0) {
      return html`<p class="quiet" data-test="no-recordings">${t(words.none)}</p>`;
    }
    return html`<ul>
      ${repeat(
        this.all,
        ({ id }) => id,
        (one) =>
          html`<li>
            <ro-desk-recording
              .station=${this.station}
              .recording=${one}
              .editing=${location.hash === `#recording-${one.id}`}
              @removed=${(event: RemovedEvent) => this.drop(event.id)}
            ></ro-desk-recording>
          </li>`,
      )}
    </ul>`;
  }

  private drop(id: string): void {
    this.all = this.all?.filter((one) => one.id !== id);
  }

  private async load(): Promise<void> {
    this.error = '';
    try {
      const path = `/api/channels/${encodeURIComponent(this.station.room)}/recordings`;
      this.all = await this.station.send<OwnRecording[]>('GET', path);
    } catch (error) {
      this.error = explain(asProblem(error));
    }
  }
}
