import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, Translated } from '../shared/i18n/language.js';
import type { Saying } from '../shared/i18n/say.js';
import { controls } from '../shared/ui/controls.js';
import { lobbyWords as words } from './words.js';

const names: Record<MediaDeviceKind, Saying<[]>> = {
  videoinput: words.camera,
  audioinput: words.microphone,
  audiooutput: words.loudspeaker,
};

/** Choice of one device of a kind. */
@customElement('ro-device-select')
export class DeviceSelect extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      select {
        text-overflow: ellipsis;
      }
    `,
  ];

  @property() kind: MediaDeviceKind = 'videoinput';
  @property({ attribute: false }) devices: readonly MediaDeviceInfo[] = [];
  @property() value: string | null = null;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const name = t(names[this.kind]);
    const chosen = this.value ?? '';
    return html`<label>
      <span class="label">${name}</span>
      <select
        data-test="select-${this.kind}"
        ?disabled=${this.devices.length === 0}
        @change=${this.change}
      >
        ${this.devices.length === 0
          ? html`<option>${t(words.noneFound)}</option>`
          : this.devices.some(({ deviceId }) => deviceId === chosen)
            ? nothing
            : html`<option value="" selected>${t(words.systemDefault)}</option>`}
        ${this.devices.map(
          ({ deviceId, label }, index) =>
            html`<option value=${deviceId} ?selected=${deviceId === chosen}>
              ${label || t(words.device, name, index + 1)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  private change(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.dispatchEvent(new CustomEvent<string | null>('pick', { detail: value || null }));
  }
}
