import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, Translated } from '../../shared/i18n/language.js';
import type { Participant } from '../../shared/signal/messages.js';
import { controls } from '../../shared/ui/controls.js';
import { ask } from '../ask.js';
import { GAIN, gainFigure, gainWords } from './gain.js';
import { words } from './words.js';

/** How loud everybody hears one person: who tends the room turns him down, or up. */
@customElement('ro-volume')
export class Volume extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        flex: 1 1 100%;
      }
      label {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 0.5rem;
        font-size: 0.875rem;
      }
      input {
        grid-column: 1 / -1;
        width: 100%;
        min-height: 2.75rem;
        margin: 0;
        accent-color: var(--accent);
        touch-action: pan-y;
      }
    `,
  ];

  @property({ attribute: false }) person!: Participant;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { id, name, audio } = this.person;
    return html`<label>
      <span>${t(words.volume)}</span>
      <span class="quiet figures">${gainFigure(audio.gain) || t(words.asItComes)}</span>
      <input
        type="range"
        data-test="volume-${id}"
        min=${GAIN.least}
        max=${GAIN.most}
        step=${GAIN.step}
        .value=${String(audio.gain)}
        aria-label=${t(words.volumeOf, name)}
        aria-valuetext=${gainWords(audio.gain) || t(words.asItComes)}
        @change=${this.turn}
      />
    </label>`;
  }

  private turn(event: Event): void {
    const decibels = Number((event.target as HTMLInputElement).value);
    ask(this, { type: 'gain', participant: this.person.id, decibels });
  }
}
