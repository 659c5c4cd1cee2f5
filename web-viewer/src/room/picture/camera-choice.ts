import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { controls } from '../../shared/ui/controls.js';
import '../../shared/ui/icon.js';
import { lobbyWords } from '../words.js';
import { browserCameras, lookThrough } from './camera-pictures.js';
import { words } from './words.js';

/** Where there are several cameras: what each of them sees, to be pressed. */
@customElement('ro-camera-choice')
export class CameraChoice extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .cameras {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
        gap: 0.5rem;
      }
      .cameras button {
        display: grid;
        gap: 0.25rem;
        min-width: 0;
        padding: 0.375rem;
        font-size: 0.875rem;
        line-height: 1.25rem;
        overflow-wrap: anywhere;
      }
      .cameras [aria-pressed='true'] {
        border-color: var(--accent);
        background: color-mix(in srgb, var(--accent) 14%, var(--raised));
      }
      .sees {
        display: grid;
        place-items: center;
        width: 100%;
        aspect-ratio: 16 / 9;
        border-radius: 0.25rem;
        background: #000;
        color: #a3adb8;
      }
      img {
        width: 100%;
        height: 100%;
        min-height: 0;
        object-fit: contain;
      }
    `,
  ];

  @property({ attribute: false }) devices: readonly MediaDeviceInfo[] = [];
  /** What is open already. */
  @property({ attribute: false }) current: MediaStreamTrack | null = null;
  @state() private open = false;
  @state() private looking = false;
  @state() private pictures: ReadonlyMap<string, string | null> = new Map();

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    if (this.devices.length < 2) return nothing;
    if (!this.open) {
      return html`<button type="button" data-test="see-cameras" @click=${this.look}>
        <ro-icon name="camera"></ro-icon>${t(words.seeCameras)}
      </button>`;
    }
    return html`<div class="cameras" role="group" aria-label=${t(words.cameras)}>
      ${this.devices.map((device, n) => this.camera(device, n))}
    </div>`;
  }

  private camera({ deviceId, label }: MediaDeviceInfo, n: number) {
    const picture = this.pictures.get(deviceId);
    return html`<button
      type="button"
      data-test="camera-picture"
      data-device=${deviceId}
      aria-pressed=${this.current?.getSettings().deviceId === deviceId}
      ?disabled=${this.looking}
      @click=${() => this.pick(deviceId)}
    >
      <span class="sees"
        >${picture
          ? html`<img src=${picture} alt="" />`
          : html`<ro-icon name=${picture === null ? 'camera-off' : 'camera'}></ro-icon>`}</span
      >
      <span>${label || t(lobbyWords.device, t(lobbyWords.camera), n + 1)}</span>
    </button>`;
  }

  private async look(): Promise<void> {
    this.open = true;
    this.looking = true;
    this.pictures = new Map();
    const ids = this.devices.map(({ deviceId }) => deviceId);
    await lookThrough(ids, this.current, browserCameras, (device, picture) => {
      this.pictures = new Map(this.pictures).set(device, picture);
    });
    this.looking = false;
    this.dispatchEvent(new Event('looked'));
  }

  private pick(device: string): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent<string>('pick', { detail: device }));
  }
}
