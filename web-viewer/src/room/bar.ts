import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, Translated } from '../shared/i18n/language.js';
import type { Source } from '../shared/signal/messages.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import type { IconName } from '../shared/ui/icon.js';
import { look } from './bar-look.js';
import { chatWords } from './chat/words.js';
import { canShareScreen } from './inputs.js';
import { barWords as words, words as roomWords } from './words.js';

export type BarAction = 'microphone' | 'camera' | 'share' | 'hand' | 'react' | 'chat' | 'more' | 'leave';

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

  /** Whether the signs are there to choose from. */
  @property({ type: Boolean }) reacting = false;
  @property({ type: Boolean }) chatting = false;
  /** Messages that one has not read. */
  @property({ type: Number }) unread = 0;

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
      ${this.button('react', 'react', 'smile', {
        label: t(chatWords.react),
        active: this.reacting,
        key: 'R',
      })}
      ${this.button('chat', 'chat', 'chat', {
        label: this.unread > 0 ? t(chatWords.chatNew, this.unread) : t(chatWords.chat),
        words: t(chatWords.chat),
        active: this.chatting,
        key: 'C',
      })}
      ${this.button('more', 'more', 'more', {
        label: this.unread > 0 ? t(chatWords.moreNew, this.unread) : t(words.more),
        words: t(words.more),
      })}
      ${this.button('leave', 'leave', 'leave', { label: t(words.leave) })}
    </div>`;
  }

  /** Gives the focus back to where the chat was opened. */
  toChat(): void {
    this.renderRoot.querySelector<HTMLElement>('.chat')?.focus();
  }

  private button(
    action: BarAction,
    test: string,
    icon: IconName,
    { label, words, off, active, key }: {
      label: string;
      words?: string;
      off?: boolean;
      active?: boolean;
      key?: string;
    },
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
      <ro-icon name=${icon}></ro-icon><span class="words">${words ?? label}</span>
      ${this.unread > 0 && (action === 'chat' || action === 'more')
        ? html`<span class="count figures" aria-hidden="true">${Math.min(99, this.unread)}</span>`
        : nothing}
    </button>`;
  }
}
