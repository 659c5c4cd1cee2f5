import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asDownload } from '../shared/api/download.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import { words } from './words.js';

const ASK_EVERY = 2_000;
const NOT_YET = 503;

/** The sound of a recording as a file; the server may have to make it first. */
@customElement('ro-sound')
export class Sound extends LitElement {
  static override styles = controls;

  @property() href = '';
  @state() private waiting = false;
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    new Translated(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render() {
    return html`<a
      class="button"
      href=${asDownload(this.href)}
      download
      data-test="recording-sound"
      aria-busy=${this.waiting}
      @click=${this.press}
    >
      <ro-icon name="speaker"></ro-icon>${t(this.waiting ? words.soundSoon : words.sound)}
    </a>`;
  }

  private press(event: Event): void {
    event.preventDefault();
    if (!this.waiting) void this.fetch();
  }

  private async fetch(): Promise<void> {
    const address = asDownload(this.href);
    const status = await fetch(this.href, { method: 'HEAD', cache: 'no-store' }).then(
      (answer) => answer.status,
      () => 0,
    );
    this.waiting = status === NOT_YET && this.isConnected;
    if (this.waiting) this.timer = setTimeout(() => void this.fetch(), ASK_EVERY);
    else location.assign(address);
  }
}
