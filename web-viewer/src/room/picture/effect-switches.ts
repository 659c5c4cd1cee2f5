import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { controls } from '../../shared/ui/controls.js';
import { isOn, offered, switchEffect, type Effect } from './effects.js';
import { effectWords, words } from './words.js';

/** What this browser can do to one's picture and voice; what it cannot do is not offered. */
@customElement('ro-effects')
export class EffectSwitches extends LitElement {
  static override styles = [
    controls,
    css`
      fieldset {
        margin: 0 0 1rem;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 600;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        min-height: 2.75rem;
        cursor: pointer;
      }
      input {
        flex: none;
        width: 1.25rem;
        height: 1.25rem;
        margin: 0;
        accent-color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) tracks: readonly (MediaStreamTrack | null)[] = [];

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const switches = this.tracks.flatMap((track) =>
      offered(track).map((effect) => this.switch(track!, effect)),
    );
    if (switches.length === 0) return nothing;
    return html`<fieldset data-test="effects">
      <legend>${t(words.effects)}</legend>
      ${switches}
    </fieldset>`;
  }

  private switch(track: MediaStreamTrack, effect: Effect) {
    const change = async (event: Event) => {
      const { checked } = event.target as HTMLInputElement;
      await switchEffect(track, effect, checked).catch(() => undefined);
      this.requestUpdate();
    };
    return html`<label>
      <input
        type="checkbox"
        data-test="effect-${effect}"
        .checked=${isOn(track, effect)}
        @change=${change}
      />
      ${t(effectWords[effect])}
    </label>`;
  }
}
