import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { RoomInfo } from '../shared/api/center.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import '../shared/ui/on-air.js';
import { DeviceList } from './device-list.js';
import './device-select.js';
import { keepDevice } from './kept-devices.js';
import './picture/camera-choice.js';
import './sound/speaker-test.js';
import type { InputTrouble, Opened } from './inputs.js';
import { meterOf, TrackLevel } from './level.js';
import { look } from './lobby-look.js';
import './meter.js';
import type { OwnLines } from './own-lines.js';
import { troubles } from './troubles.js';
import { barWords, lobbyWords as words } from './words.js';

/** Before entering: name, own picture, devices, level; joining works without any device. */
@customElement('ro-lobby')
export class Lobby extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false, hasChanged: () => true }) lines!: OwnLines;
  @property({ attribute: false }) info!: RoomInfo;
  @property({ type: Boolean }) host = false;
  /** Another tab of this browser is in the room. */
  @property({ type: Boolean }) elsewhere = false;
  @property({ type: Boolean }) joining = false;
  @property() name = '';
  @property() error = '';
  @state() private asking = false;
  @state() private cameraTrouble?: InputTrouble;
  @state() private microphoneTrouble?: InputTrouble;
  @state() private level = 0;
  @query('video') private video?: HTMLVideoElement;
  private readonly devices = new DeviceList(this);
  private meter?: TrackLevel;
  private timer?: ReturnType<typeof setInterval>;

  constructor() {
    super();
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => (this.level = meterOf(this.meter?.read())), 100);
    this.watchLevel();
    if (!this.lines.begun) void this.openAll();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
    this.meter?.close();
    this.meter = undefined;
  }

  private async openAll(): Promise<void> {
    this.lines.begun = true;
    this.asking = true;
    // One after the other: two questions at once confuse people and some browsers.
    await this.microphone(this.lines.microphoneDevice);
    await this.camera(this.lines.cameraDevice);
    this.asking = false;
  }

  private async camera(device: string | null): Promise<void> {
    this.cameraTrouble = (await this.lines.openCamera(device)).trouble;
    void this.devices.read();
  }

  private async microphone(device: string | null): Promise<void> {
    const opened: Opened = await this.lines.openMicrophone(device);
    this.microphoneTrouble = opened.trouble;
    this.watchLevel();
    void this.devices.read();
  }

  private watchLevel(): void {
    this.meter?.close();
    this.meter = this.lines.audio && this.isConnected ? new TrackLevel(this.lines.audio) : undefined;
  }

  protected override render() {
    return html`<div class="lobby">
      <section class="preview" aria-label=${t(words.preview)}>
        ${this.preview()}
        <div class="toggles">${this.toggles()}</div>
      </section>
      <form novalidate @submit=${this.join}>
        <div>
          <p class="quiet small">${t(this.host ? words.asHost : words.ready)}</p>
          <h1 data-test="room-name">${this.info.title}</h1>
          <p class="quiet inside">
            ${this.info.onAir ? html`<ro-on-air></ro-on-air>` : nothing}
            ${t(words.inside, this.info.participants)}
          </p>
        </div>
        ${this.nameField()}
        <div class="devices">${this.selects()}</div>
        ${this.messages()}
        <button class="primary" data-test="join-button" ?disabled=${this.joining}>
          ${t(this.joining ? words.joining : words.join)}
        </button>
      </form>
    </div>`;
  }

  private preview() {
    return html`<div class="picture">
      ${this.lines.camera
        ? html`<video
            data-test="preview-video"
            aria-label=${t(words.preview)}
            autoplay
            muted
            playsinline
          ></video>`
        : html`<p>${t(this.asking ? words.asking : words.cameraIsOff)}</p>`}
    </div>`;
  }

  private toggles() {
    const heard = this.lines.audio !== null && !this.lines.muted;
    const seen = this.lines.camera !== null;
    return html`<button
        type="button"
        data-test="lobby-microphone"
        aria-pressed=${heard}
        aria-label=${t(heard ? barWords.mute : barWords.unmute)}
        @click=${this.toggleMicrophone}
      >
        <ro-icon name=${heard ? 'microphone' : 'microphone-off'}></ro-icon>
        <ro-meter class="level" .value=${heard ? this.level : 0}></ro-meter>
      </button>
      <button
        type="button"
        data-test="lobby-camera"
        aria-pressed=${seen}
        aria-label=${t(seen ? barWords.stopCamera : barWords.startCamera)}
        @click=${this.toggleCamera}
      >
        <ro-icon name=${seen ? 'camera' : 'camera-off'}></ro-icon>
      </button>`;
  }

  private nameField() {
    return html`<label>
      <span class="label">${t(words.name)}</span>
      <input
        name="name"
        data-test="join-name"
        maxlength="60"
        autocomplete="name"
        placeholder=${t(words.nameHint)}
        .value=${this.name}
        aria-describedby="lobby-error"
      />
    </label>`;
  }

  private selects() {
    return html`<ro-device-select
        kind="videoinput"
        .devices=${this.devices.of('videoinput')}
        .value=${this.lines.camera?.getSettings().deviceId ?? this.lines.cameraDevice}
        @pick=${(event: CustomEvent<string | null>) => this.pickCamera(event.detail)}
      ></ro-device-select>
      <ro-device-select
        kind="audioinput"
        .devices=${this.devices.of('audioinput')}
        .value=${this.lines.audio?.getSettings().deviceId ?? this.lines.microphoneDevice}
        @pick=${(event: CustomEvent<string | null>) => {
          keepDevice('audioinput', event.detail);
          void this.microphone(event.detail);
        }}
      ></ro-device-select>
      <ro-camera-choice
        .devices=${this.devices.of('videoinput')}
        .current=${this.lines.camera}
        @pick=${(event: CustomEvent<string>) => this.pickCamera(event.detail)}
        @looked=${this.afterLooking}
      ></ro-camera-choice>
      <ro-speaker-test .devices=${this.devices.of('audiooutput')}></ro-speaker-test>`;
  }

  private pickCamera(device: string | null): void {
    keepDevice('videoinput', device);
    void this.camera(device);
  }

  /** Phones end the one camera when another is opened. */
  private afterLooking(): void {
    const { camera } = this.lines;
    if (camera && (camera.readyState === 'ended' || camera.muted)) {
      void this.camera(this.lines.cameraDevice);
    }
  }

  private messages() {
    const found = troubles(this.cameraTrouble, this.microphoneTrouble);
    return html`${this.elsewhere
        ? html`<p class="notice" role="status" data-test="elsewhere">
            <ro-icon name="warning"></ro-icon><span>${t(words.elsewhere)}</span>
          </p>`
        : nothing}
      ${found.length > 0
        ? html`<div class="notice" data-test="device-trouble">
            <ro-icon name="warning"></ro-icon>
            <div>
              ${found.map((text) => html`<p>${text}</p>`)}
              <p class="quiet">${t(words.without)}</p>
            </div>
          </div>`
        : nothing}
      <p id="lobby-error" class="error" role="alert" data-test="join-error">${this.error}</p>`;
  }

  protected override updated(_: PropertyValues): void {
    const track = this.lines.camera;
    if (!this.video || !track) return;
    const shown = (this.video.srcObject as MediaStream | null)?.getVideoTracks()[0];
    if (shown !== track) this.video.srcObject = new MediaStream([track]);
  }

  private async toggleMicrophone(): Promise<void> {
    if (this.lines.audio) await this.lines.mute(!this.lines.muted);
    else await this.microphone(this.lines.microphoneDevice);
    this.requestUpdate();
  }

  private async toggleCamera(): Promise<void> {
    if (this.lines.camera) await this.lines.closeCamera();
    else await this.camera(this.lines.cameraDevice);
    this.requestUpdate();
  }

  private join(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const name = String(data.get('name') ?? '').trim();
    this.dispatchEvent(new CustomEvent<string>('join', { detail: name }));
  }
}
