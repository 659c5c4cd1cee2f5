import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { announcements, type Announcement } from '../shared/api/streaming.js';
import './program.js';

/** What is announced next on a channel; where nothing is, what stands between its tags. */
@customElement('ro-next')
export class Next extends LitElement {
  @property() channel = '';
  @state() private announcement: Announcement | null = null;

  protected override firstUpdated(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    const all = await announcements().catch(() => []);
    this.announcement = all.find(({ channel }) => channel === this.channel) ?? null;
  }

  protected override render() {
    return this.announcement
      ? html`<ro-coming-program .announcement=${this.announcement}></ro-coming-program>`
      : html`<slot></slot>`;
  }
}
