import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import type { Participant, Reaction, Right } from '../shared/signal/messages.js';
import '../shared/ui/avatar.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import { signs } from './chat/words.js';
import { meterOf } from './level.js';
import './meter.js';
import { look } from './person-look.js';
import './person-tools.js';
import { words as pictureWords } from './picture/words.js';
import { gainFigure, gainWords } from './sound/gain.js';
import { states, trouble } from './person-states.js';
import { mayTend } from './session-state.js';
import { barWords, words } from './words.js';

/** One person in the list: press to see him; who speaks, who is on air, what is off. */
@customElement('ro-person')
export class Person extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) person!: Participant;
  /** Where his still is, if there is one. */
  @property() still?: string;
  @property({ type: Number }) level?: number;
  /** Which place in the row of raised hands; 0: not raised. */
  @property({ type: Number }) turn = 0;
  /** What the person shows right now. */
  @property({ attribute: false }) sign: Reaction | null = null;
  @property({ type: Boolean }) you = false;
  @property({ type: Boolean, reflect: true }) speaking = false;
  @property({ type: Boolean, reflect: true }) onair = false;
  /** What this browser asked for. */
  @property({ type: Boolean }) selected = false;
  /** What the server sends right now. */
  @property({ type: Boolean, reflect: true }) shown = false;
  @property({ type: Boolean }) choosable = true;
  @property({ type: Boolean }) assigning = false;
  @property({ attribute: false }) rights: readonly Right[] = [];
  @state() private open = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { id, name } = this.person;
    // Told to whoever can tell him, and to himself; News reads it out.
    const said = this.tools || this.you ? trouble(this.person) : undefined;
    return html`<div class="person">
        ${this.onair ? html`<span class="tally">${t(common.onAir)}</span>` : nothing}
        <button
          class="choose"
          data-test="person-${id}"
          data-name=${name}
          data-speaking=${this.speaking}
          data-on-air=${this.onair}
          data-shown=${this.shown}
          data-hand=${this.turn}
          aria-pressed=${this.selected}
          aria-label=${this.label()}
          aria-describedby=${said ? 'trouble' : nothing}
          ?disabled=${!this.choosable}
          @click=${() => this.dispatchEvent(new Event('choose'))}
        >
          <span class="face"
            >${this.still
              ? html`<img data-test="still-${id}" src=${this.still} alt="" width="160" height="90" />`
              : html`<ro-avatar name=${name}></ro-avatar>`}</span
          >
          <span class="who">
            <span class="name"
              >${name}${this.you ? html` <span class="quiet">(${t(words.you)})</span>` : nothing}</span
            >
            <span class="second">${this.status()} ${this.signs()}</span>
          </span>
        </button>
        ${this.tools ? this.toolsButton() : nothing}
      </div>
      ${said
        ? html`<p id="trouble" class="trouble tiny" data-test="trouble-${id}">${said}</p>`
        : nothing}
      ${this.tools && this.open
        ? html`<ro-person-tools
            .person=${this.person}
            .rights=${this.rights}
            ?you=${this.you}
          ></ro-person-tools>`
        : nothing}`;
  }

  /** Second line: the meter, with what matters most in words. */
  private status() {
    const { connected, role, encoder } = this.person;
    const badge = role === 'host' ? t(common.host) : encoder ? t(words.encoder) : '';
    return html`<span class="status tiny quiet">
      ${connected
        ? html`${badge ? html`<span>${badge}</span>` : nothing}
            <ro-meter .value=${meterOf(this.level)}></ro-meter>`
        : t(words.away)}
    </span>`;
  }

  private signs() {
    const { audio, video } = states(this.person);
    const { gain } = this.person.audio;
    return html`<span class="signs">
      ${this.sign
        ? html`<span
            class="shows"
            data-test="sign-${this.person.id}"
            role="img"
            aria-label=${t(signs[this.sign].says)}
            >${signs[this.sign].drawn}</span
          >`
        : nothing}
      ${this.turn > 0
        ? html`<span class="hand figures" title=${t(words.handOf, this.turn)}
            ><ro-icon name="hand"></ro-icon>${this.turn}</span
          >`
        : nothing}
      ${this.unseen
        ? html`<ro-icon name="nothing" title=${t(pictureWords.noStill)}></ro-icon>`
        : nothing}
      ${this.shown
        ? html`<ro-icon class="shown" name="eye" title=${t(words.inYourPicture)}></ro-icon>`
        : nothing}
      ${gain === 0
        ? nothing
        : html`<span class="tiny figures" title=${gainWords(gain)}>${gainFigure(gain)}</span>`}
      <ro-icon
        name=${audio.icon}
        class=${audio.warn ? 'off' : ''}
        title=${t(audio.words)}
      ></ro-icon>
      <ro-icon
        name=${video.icon}
        class=${video.warn ? 'off' : ''}
        title=${t(video.words)}
      ></ro-icon>
    </span>`;
  }

  /** He wishes no still of himself: told to whoever tends the room, and to himself. */
  private get unseen(): boolean {
    return !this.person.video.still && (this.tools || this.you);
  }

  /** Whether there is anything to do about this person. */
  private get tools(): boolean {
    return mayTend(this.rights);
  }

  private toolsButton() {
    return html`<button
      class="plain tools"
      data-test="tools-${this.person.id}"
      aria-expanded=${this.open}
      aria-label=${t(barWords.toolsOf, this.person.name)}
      @click=${() => (this.open = !this.open)}
    >
      <ro-icon name="more"></ro-icon>
    </button>`;
  }

  private label(): string {
    const { name, role, connected } = this.person;
    const { audio, video } = states(this.person);
    const action = this.assigning ? t(words.assignPerson, name) : t(words.watchPerson, name);
    return [
      this.choosable ? action : name,
      this.you ? t(words.you) : '',
      this.turn > 0 ? t(words.handOf, this.turn) : '',
      role === 'host' ? t(common.host) : '',
      this.onair ? t(common.onAir) : '',
      this.shown ? t(words.inYourPicture) : '',
      connected ? '' : t(words.away),
      t(audio.words),
      gainWords(this.person.audio.gain),
      t(video.words),
      this.unseen ? t(pictureWords.noStill) : '',
    ]
      .filter(Boolean)
      .join(', ');
  }
}
