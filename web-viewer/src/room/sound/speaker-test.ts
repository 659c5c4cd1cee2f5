import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { controls } from '../../shared/ui/controls.js';
import '../../shared/ui/icon.js';
import '../device-select.js';
import { keepDevice, keptDevice } from '../kept-devices.js';
import { playTone } from './tone.js';
import { words } from './words.js';

/** Before entering: which loudspeaker, and whether one hears it. */
@customElement('ro-speaker-test')
export class SpeakerTest extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        align-items: end;
        gap: 0.5rem 1rem;
        min-width: 0;
      }
      button {
        min-height: 3rem;
      }
      p {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property({ attribute: false }) devices: readonly MediaDeviceInfo[] = [];
  @state() private playing = false;
  @state() private failed = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const choosable = this.devices.length > 0 && 'setSinkId' in HTMLMediaElement.prototype;
    return html`${choosable
        ? html`<ro-device-select
            kind="audiooutput"
            .devices=${this.devices}
            .value=${keptDevice('audiooutput')}
            @pick=${this.pick}
          ></ro-device-select>`
        : nothing}
      <button
        type="button"
        data-test="test-speaker"
        data-playing=${this.playing}
        ?disabled=${this.playing}
        @click=${this.play}
      >
        <ro-icon name="speaker"></ro-icon>${t(this.playing ? words.playing : words.testSpeaker)}
      </button>
      <p class="small" role="status">${this.failed ? t(words.noTone) : ''}</p>`;
  }

  private pick(event: CustomEvent<string | null>): void {
    keepDevice('audiooutput', event.detail);
    this.requestUpdate();
  }

  private async play(): Promise<void> {
    this.playing = true;
    this.failed = false;
    try {
      await playTone(keptDevice('audiooutput'));
    } catch {
      this.failed = true;
    } finally {
      this.playing = false;
    }
  }
}
