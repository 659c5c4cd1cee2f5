import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { controls } from '../../shared/ui/controls.js';
import type { SessionState } from '../session-state.js';
import { words as roomWords } from '../words.js';
import { airWords as words } from './words.js';

/** Small, what viewers are going to see: the host's own picture of the room. */
@customElement('ro-air-preview')
export class AirPreview extends LitElement {
  static override styles = [
    controls,
    css`
      figure {
        display: grid;
        gap: 0.25rem;
      }
      .screen {
        position: relative;
        display: grid;
        place-items: center;
        aspect-ratio: 16 / 9;
        padding: 0.5rem;
        overflow: hidden;
        border: 2px solid var(--preview);
        border-radius: var(--radius);
        background: #000;
        color: #a3adb8;
        font-size: 0.875rem;
        line-height: 1.25rem;
        text-align: center;
      }
      video {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
    `,
  ];

  @property({ attribute: false }) session!: SessionState;
  @property({ attribute: false }) own: MediaStreamTrack | null = null;
  @query('video') private video!: HTMLVideoElement;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const nothing = !this.picture();
    return html`<figure>
      <div class="screen">
        ${nothing ? html`<p>${this.reason()}</p>` : ''}
        <video
          data-test="air-preview"
          autoplay
          muted
          playsinline
          aria-label=${t(words.preview)}
          ?hidden=${nothing}
        ></video>
      </div>
      <figcaption class="tiny quiet">${t(words.previewHint)}</figcaption>
    </figure>`;
  }

  protected override updated(_: PropertyValues): void {
    const wanted = this.picture();
    const shown = this.video.srcObject as MediaStream | null;
    if (shown?.id !== wanted?.id) this.video.srcObject = wanted;
  }

  private ownStream: MediaStream | null = null;

  /** Where nobody else is chosen, the program begins with the host himself. */
  private picture(): MediaStream | null {
    const { view, picture } = this.session;
    if (view?.reason === null) return picture;
    if (view?.reason !== 'nobody' || !this.own) return null;
    if (this.ownStream?.getTracks()[0] !== this.own) this.ownStream = new MediaStream([this.own]);
    return this.ownStream;
  }

  private reason(): string {
    const { view, room } = this.session;
    const name = room?.participants.find(({ id }) => id === view?.participant)?.name;
    return view?.reason === 'no-picture' ? t(roomWords.reasonNoPicture, name) : t(words.previewNothing);
  }
}
