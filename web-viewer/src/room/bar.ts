import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, Translated } from '../shared/i18n/language.js';
import type { Source } from '../shared/signal/messages.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import type { IconName } from '../shared/ui/icon.js';
import { look } from './bar-look.js';
import { canShareScreen } from './inputs.js';
import { barWords as words, words as roomWords } from './words.js';

export type BarAction = 'microphone' | 'camera' | 'share' | 'hand' | 'more' | 'leave';

/** One's own controls: every press does what the button says. */
@customElement('ro-bar')
export class Bar extends LitElement {
  static override styles = [controls, look];

  @property({ type: Boolean }) microphone = false;
  /** Only the host can undo it. */
  @property({ type: Boolean }) silenced = false;
  @property() source: Source = 'none';
  /** Whether one's hand is raised. */
  @property({ type: Boolean }) hand = false;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const heard = this.microphone && !this.silenced;
    const camera = this.source === 'camera';
    const screen = this.source === 'screen';
    return html`<div class="bar" role="toolbar" aria-label=${t(words.bar)}>
      ${this.button('microphone', 'mute', heard ? 'microphone' : 'microphone-off', {
        label: t(this.silenced ? roomWords.mutedByHost : heard ? words.mute : words.unmute),
        key: 'M',
        off: !heard,
      })}
      ${this.button('camera', 'camera', camera ? 'camera' : 'camera-off', {
        label: t(camera ? words.stopCamera : words.startCamera),
        key: 'V',
        off: !camera,
      })}
      ${canShareScreen()
        ? this.button('share', 'share', 'screen', {
            label: t(screen ? words.stopSharing : words.share),
            active: screen,
            key: 'S',
          })
        : nothing}
      ${this.button('hand', 'hand', 'hand', {
        label: t(this.hand ? words.lowerHand : words.raiseHand),
        active: this.hand,
        key: 'H',
      })}
      ${this.button('more', 'more', 'more', { label: t(words.more) })}
      ${this.button('leave', 'leave', 'leave', { label: t(words.leave) })}
    </div>`;
  }

  private button(
    action: BarAction,
    test: string,
    icon: IconName,
    { label, off, active, key }: { label: string; off?: boolean; active?: boolean; key?: string },
  ) {
    return html`<button
      class="${off ? 'off' : ''} ${active ? 'active' : ''} ${action}"
      data-test=${test}
      data-on=${!off}
      aria-label=${label}
      title=${key ? `${label} (${key})` : label}
      aria-keyshortcuts=${key ?? nothing}
      @click=${() => this.dispatchEvent(new CustomEvent<BarAction>('do', { detail: action }))}
    >
      <ro-icon name=${icon}></ro-icon><span class="words">${label}</span>
    </button>`;
  }
}
