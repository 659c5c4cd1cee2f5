import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, Translated } from '../shared/i18n/language.js';
import type { KnownRoom } from '../shared/known-rooms.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/copy-field.js';
import { ffmpegLine, guestLink, hostLink, whipAddress } from './links.js';
import { words } from './words.js';

/** Everything a host takes along from a new room. */
@customElement('ro-room-links')
export class RoomLinks extends LitElement {
  static override styles = [
    controls,
    css`
      .all {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
      }
      details {
        border-top: 1px solid var(--line);
        padding-top: 0.5rem;
      }
      details .all {
        padding-top: 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) room!: KnownRoom;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { id, hostKey, encoderToken } = this.room;
    return html`<div class="all">
      <ro-copy
        label=${t(words.guestLink)}
        hint=${t(words.guestLinkHint)}
        .value=${guestLink(location.origin, id)}
        test="guest-link"
      ></ro-copy>
      ${hostKey
        ? html`<ro-copy
            secret
            label=${t(words.hostLink)}
            hint=${t(words.hostLinkHint)}
            .value=${hostLink(location.origin, id, hostKey)}
            test="host-link"
          ></ro-copy>`
        : nothing}
      ${encoderToken ? this.encoder(id, encoderToken) : nothing}
    </div>`;
  }

  private encoder(id: string, token: string) {
    return html`<details data-test="encoder">
      <summary>${t(words.encoder)}</summary>
      <div class="all">
        <p class="small quiet">${t(words.encoderHint)}</p>
        <ro-copy
          label=${t(words.whip)}
          .value=${whipAddress(location.origin, id)}
          test="whip-address"
        ></ro-copy>
        <ro-copy secret label=${t(words.token)} .value=${token} test="encoder-token"></ro-copy>
        <ro-copy
          secret
          label=${t(words.ffmpeg)}
          .value=${ffmpegLine(location.origin, id, token)}
        ></ro-copy>
      </div>
    </details>`;
  }
}
