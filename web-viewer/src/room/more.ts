import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { common } from '../shared/i18n/common.js';
import { bitRate } from '../shared/i18n/format.js';
import { t } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import { Dialog, dialogHead, dialogLook } from '../shared/ui/dialog.js';
import '../shared/ui/icon.js';
import './chat/react.js';
import { chatWords } from './chat/words.js';
import { DeviceList } from './device-list.js';
import './device-select.js';
import { look } from './more-look.js';
import type { OwnLines } from './own-lines.js';
import type { Peer } from './peer.js';
import type { StillWish } from './picture/still-wish.js';
import './picture/effect-switches.js';
import { keepDevice } from './kept-devices.js';
import { words as pictureWords } from './picture/words.js';
import { QualityMeter, type Flow, type Quality } from './stats.js';
import { moreWords as words } from './words.js';

/** Behind “More”: other devices while inside, and how good the connection is. */
@customElement('ro-more')
export class More extends Dialog {
  static override styles = [controls, dialogLook, look];

  @property({ attribute: false }) lines!: OwnLines;
  @property({ attribute: false }) peer: () => Peer | undefined = () => undefined;
  @property({ attribute: false }) still?: StillWish;
  @property() loudspeaker: string | null = null;
  /** Messages that one has not read. */
  @property({ type: Number }) unread = 0;
  @state() private quality?: Quality;
  private readonly devices = new DeviceList(this);
  private readonly meter = new QualityMeter();
  private timer?: ReturnType<typeof setInterval>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => void this.measure(), 1000);
    void this.measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private async measure(): Promise<void> {
    const report = await this.peer()?.stats();
    this.quality = report ? this.meter.read(report as Iterable<[string, unknown]>) : undefined;
  }

  protected override render() {
    return html`<dialog aria-labelledby="more" data-test="more-panel" @close=${this.closed}>
      ${dialogHead('more', t(words.title))}
      <div class="part">
        <ro-react></ro-react>
        <button data-test="more-chat" @click=${() => this.leaveFor('chat')}>
          <ro-icon name="chat"></ro-icon>
          ${this.unread > 0 ? t(chatWords.chatNew, this.unread) : t(chatWords.chat)}
        </button>
        <button data-test="more-rename" @click=${() => this.leaveFor('rename')}>
          <ro-icon name="pencil"></ro-icon>${t(chatWords.rename)}
        </button>
      </div>
      <div class="devices">${this.selects()}</div>
      <ro-effects .tracks=${[this.lines.camera, this.lines.audio]}></ro-effects>
      ${this.stillSwitch()}
      <button class="float" data-test="float" @click=${this.float}>
        <ro-icon name="pip"></ro-icon>${t(pictureWords.float)}
      </button>
      <h3>${t(words.quality)}</h3>
      ${this.quality ? this.figures(this.quality) : html`<p>${t(common.loading)}</p>`}
      <button class="keys" data-test="open-keys" @click=${this.openKeys}>
        <ro-icon name="keyboard"></ro-icon>${t(common.keys)}
      </button>
    </dialog>`;
  }

  private stillSwitch() {
    const { still } = this;
    if (!still) return nothing;
    const set = async (event: Event) => {
      await still.set((event.target as HTMLInputElement).checked).catch(() => undefined);
      this.requestUpdate();
    };
    return html`<label class="switch">
      <input type="checkbox" data-test="show-still" .checked=${still.on} @change=${set} />
      <span>${t(pictureWords.showStill)}<br /><span class="quiet small">${t(pictureWords.showStillHint)}</span></span>
    </label>`;
  }

  private float(): void {
    this.close();
    this.dispatchEvent(new Event('float'));
  }

  private openKeys(): void {
    this.leaveFor('keys');
  }

  private leaveFor(what: 'keys' | 'chat' | 'rename'): void {
    this.close();
    this.dispatchEvent(new Event(what));
  }

  private selects() {
    const { lines, devices } = this;
    const outputs = devices.of('audiooutput');
    const pick = (kind: MediaDeviceKind, open: (device: string | null) => Promise<unknown>) =>
      async (event: CustomEvent<string | null>) => {
        keepDevice(kind, event.detail);
        await open(event.detail);
        this.requestUpdate();
      };
    return html`<ro-device-select
        kind="videoinput"
        .devices=${devices.of('videoinput')}
        .value=${lines.camera?.getSettings().deviceId ?? lines.cameraDevice}
        @pick=${pick('videoinput', (device) => lines.openCamera(device))}
      ></ro-device-select>
      <ro-device-select
        kind="audioinput"
        .devices=${devices.of('audioinput')}
        .value=${lines.audio?.getSettings().deviceId ?? lines.microphoneDevice}
        @pick=${pick('audioinput', (device) => lines.openMicrophone(device))}
      ></ro-device-select>
      ${outputs.length > 0 && 'setSinkId' in HTMLMediaElement.prototype
        ? html`<ro-device-select
            kind="audiooutput"
            .devices=${outputs}
            .value=${this.loudspeaker}
            @pick=${(event: CustomEvent<string | null>) =>
              this.dispatchEvent(new CustomEvent('loudspeaker', { detail: event.detail }))}
          ></ro-device-select>`
        : nothing}`;
  }

  private figures({ roundTrip, up, down }: Quality) {
    return html`<p class="verdict small">${t(verdict(roundTrip, up, down))}</p>
      <dl class="figures small" data-test="quality">
        <dt>${t(words.roundTrip)}</dt>
        <dd>${roundTrip === null ? '–' : `${Math.round(roundTrip)} ms`}</dd>
        <dt>${t(words.up)}</dt>
        <dd data-test="quality-up">${this.flow(up)}</dd>
        <dt>${t(words.down)}</dt>
        <dd data-test="quality-down">${this.flow(down)}</dd>
      </dl>`;
  }

  private flow(flow: Flow | null) {
    if (!flow || flow.width === 0) return t(words.nothing);
    const loss = `${t(words.loss)} ${(flow.loss * 100).toFixed(1)} %`;
    return html`${flow.width}×${flow.height} · ${flow.framesPerSecond} fps · ${flow.codec}<br />
      ${bitRate(flow.bitsPerSecond)} · ${loss}`;
  }
}

function verdict(roundTrip: number | null, up: Flow | null, down: Flow | null) {
  const loss = Math.max(up?.loss ?? 0, down?.loss ?? 0);
  if (loss > 0.05 || (roundTrip ?? 0) > 400) return words.poor;
  return loss > 0.01 || (roundTrip ?? 0) > 200 ? words.fair : words.good;
}
