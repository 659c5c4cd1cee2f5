import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, Translated } from '../shared/i18n/language.js';
import type { Line, Participant, Request } from '../shared/signal/messages.js';
import { controls } from '../shared/ui/controls.js';
import { ask } from './ask.js';
import { barWords as words } from './words.js';

/** What the host can do about one person. */
@customElement('ro-person-tools')
export class PersonTools extends LitElement {
  static override styles = [
    controls,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding: 8px;
      }
      button {
        padding: 8px 12px;
        font-size: 14px;
      }
    `,
  ];

  @property({ attribute: false }) person!: Participant;
  @property({ type: Boolean }) you = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { id, audio, video, name } = this.person;
    return html`<div class="tools" role="group" aria-label=${t(words.toolsOf, name)}>
      <button data-test="assign-${id}" @click=${this.assign}>${t(words.assign)}</button>
      ${this.you
        ? nothing
        : html`
            <button data-test="mute-${id}" @click=${() => this.mute('audio', !audio.mutedByHost)}>
              ${t(audio.mutedByHost ? words.unmuteOther : words.muteOther)}
            </button>
            <button
              data-test="camera-${id}"
              @click=${() => this.mute('video', !video.mutedByHost)}
            >
              ${t(video.mutedByHost ? words.uncameraOther : words.cameraOther)}
            </button>
            <button
              data-test="remove-${id}"
              @click=${() => this.dispatchEvent(new Event('remove', { bubbles: true, composed: true }))}
            >
              ${t(words.remove)}
            </button>
          `}
    </div>`;
  }

  private assign(): void {
    const selection = { kind: 'participant', id: this.person.id } as const;
    this.ask({ type: 'lock', on: true, selection });
  }

  private mute(line: Line, on: boolean): void {
    this.ask({ type: 'mute', participant: this.person.id, line, on });
  }

  private ask(request: Request): void {
    ask(this, request);
  }
}
