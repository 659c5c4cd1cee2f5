import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { asDownload } from '../../shared/api/download.js';
import { accessOf, linkFor, type Access } from '../../shared/api/access.js';
import type { OwnRecording } from '../../shared/api/streaming.js';
import type { Station } from '../../shared/api/station.js';
import { browserClock } from '../../shared/clock.js';
import { common } from '../../shared/i18n/common.js';
import { bytes, clock } from '../../shared/i18n/format.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { announce } from '../../shared/ui/announcer.js';
import { controls } from '../../shared/ui/controls.js';
import { Copying } from '../../shared/ui/copying.js';
import '../../shared/ui/icon.js';
import type { Broadcast } from '../../shared/signal/messages.js';
import { Aftermath, type Ended } from './aftermath.js';
import { look } from './ended-look.js';
import { pressToGoOnAir } from './press.js';
import { barWords } from '../words.js';
import { airWords as words } from './words.js';

/** After a program: its recording, and the way back for who stopped by mistake. */
@customElement('ro-ended')
export class EndedCard extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) broadcast!: Broadcast;
  @property({ attribute: false }) station: Station | null = null;
  private readonly copying = new Copying(this);
  private told = false;
  /** Of a recording that only opens by an invitation. */
  private access: Access | null = null;
  private readonly aftermath = new Aftermath({
    clock: browserClock,
    recording: (id) => this.recording(id),
    onChange: () => this.requestUpdate(),
  });

  constructor() {
    super();
    new Translated(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aftermath.dismiss();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('broadcast')) this.aftermath.follow(this.broadcast);
    const ready = Boolean(this.aftermath.ended?.recording);
    if (ready && !this.told) announce(t(words.ready));
    this.told = ready;
  }

  protected override render() {
    const { ended } = this.aftermath;
    if (!ended) return nothing;
    return html`<section
      aria-labelledby="ended"
      data-test="ended"
      data-ready=${ended.recording !== null}
    >
      <div class="head">
        <h2 id="ended">${t(ended.recording ? words.ready : words.ended)}</h2>
        <button
          class="plain"
          data-test="ended-dismiss"
          aria-label=${t(words.dismiss)}
          @click=${() => this.aftermath.dismiss()}
        >
          <ro-icon name="remove"></ro-icon>
        </button>
      </div>
      ${ended.recording ? this.ways(ended.recording) : this.waiting(ended)}
      <button data-test="again-on-air" @click=${() => pressToGoOnAir(this)}>
        <ro-icon name="broadcast"></ro-icon>${t(words.again)}
      </button>
    </section>`;
  }

  private waiting({ late }: Ended) {
    return html`<p class="quiet small">${t(late ? words.late : words.preparing)}</p>`;
  }

  private ways({ id, title, duration, page, mp4, size, channel }: OwnRecording) {
    return html`<p class="small about">
        ${title || t(common.untitled)} · <span class="figures">${clock(duration)}</span>
      </p>
      <div class="ways">
        <a class="button primary" data-test="ended-watch" href=${page} target="_blank" rel="noopener"
          >${t(words.watch)}</a
        >
        <button data-test="ended-copy" @click=${() => void this.copying.copy(linkFor(page, this.access))}>
          ${t(
            this.copying.said ??
              (this.access?.invitation ? barWords.copyInvitation : common.copyLink),
          )}
        </button>
        <a
          class="button"
          data-test="ended-edit"
          href="/desk/${channel}#recording-${id}"
          target="_blank"
          rel="noopener"
          >${t(common.edit)}</a
        >
        <a
          class="button"
          data-test="ended-mp4"
          href=${asDownload(mp4)}
          download
          title=${t(words.downloadSize, bytes(size))}
          >${t(words.download)}</a
        >
      </div>`;
  }

  private async recording(id: string): Promise<OwnRecording> {
    const { station } = this;
    if (!station) throw new Error('no host key');
    const recording = await station.send<OwnRecording>('GET', `/api/recordings/${encodeURIComponent(id)}`);
    const closed = recording.visibility === 'private';
    this.access = closed ? await accessOf(station).catch(() => null) : null;
    return recording;
  }
}
