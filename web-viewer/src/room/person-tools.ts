import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, Translated } from '../shared/i18n/language.js';
import type { Line, Participant, Request, Right } from '../shared/signal/messages.js';
import { controls } from '../shared/ui/controls.js';
import { ask } from './ask.js';
import './sound/volume.js';
import { chatWords } from './chat/words.js';
import { barWords as words } from './words.js';

/** What those who have a right to it can do about one person. */
@customElement('ro-person-tools')
export class PersonTools extends LitElement {
  static override styles = [
    controls,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        padding: 0.5rem;
      }
      button {
        padding: 0.5rem 0.75rem;
        font-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) person!: Participant;
  @property({ attribute: false }) rights: readonly Right[] = [];
  @property({ type: Boolean }) you = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { id, name } = this.person;
    return html`<div class="tools" role="group" aria-label=${t(words.toolsOf, name)}>
      ${this.has('lock')
        ? html`<button data-test="assign-${id}" @click=${this.assign}>${t(words.assign)}</button>`
        : nothing}
      ${this.has('mute-others') && this.person.hand !== null
        ? html`<button data-test="lower-${id}" @click=${this.lower}>${t(words.lowerOther)}</button>`
        : nothing}
      ${this.has('mute-others') && !this.you ? this.mutes() : nothing}
      ${this.has('mute-others') && !this.you
        ? html`<ro-volume .person=${this.person}></ro-volume>`
        : nothing}
      ${this.has('remove') && !this.you
        ? html`<button data-test="remove-${id}" @click=${this.sendOut}>${t(words.remove)}</button>`
        : nothing}
    </div>`;
  }

  private mutes() {
    const { id, audio, video, encoder, silenced } = this.person;
    return html`<button
        data-test="mute-${id}"
        @click=${() => this.mute('audio', !audio.mutedByHost)}
      >
        ${t(audio.mutedByHost ? words.unmuteOther : words.muteOther)}
      </button>
      <button data-test="camera-${id}" @click=${() => this.mute('video', !video.mutedByHost)}>
        ${t(video.mutedByHost ? words.uncameraOther : words.cameraOther)}
      </button>
      ${encoder
        ? nothing
        : html`<button data-test="silence-${id}" @click=${() => this.mute('chat', !silenced)}>
            ${t(silenced ? chatWords.unsilence : chatWords.silence)}
          </button>`}`;
  }

  private has(right: Right): boolean {
    return this.rights.includes(right);
  }

  private sendOut(): void {
    this.dispatchEvent(new Event('remove', { bubbles: true, composed: true }));
  }

  private lower(): void {
    this.ask({ type: 'hand', up: false, participant: this.person.id });
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
