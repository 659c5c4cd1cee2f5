import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t, Translated } from '../shared/i18n/language.js';
import '../shared/ui/avatar.js';
import { controls } from '../shared/ui/controls.js';
import { isOnAir, may, type SessionState } from './session-state.js';
import { look } from './stage-look.js';
import { words } from './words.js';

/** The one picture, who is in it, and the tally frame of the room. */
@customElement('ro-stage')
export class Stage extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) session!: SessionState;
  @property({ attribute: false }) own: MediaStreamTrack | null = null;
  @property({ type: Boolean }) sharing = false;
  @query('.picture') private video!: HTMLVideoElement;
  @query('.own') private self?: HTMLVideoElement;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { view } = this.session;
    const onAir = isOnAir(this.session);
    const me = onAir && this.session.room?.broadcast.picture === this.session.you;
    const missing = this.missing();
    return html`<section
      class="stage ${onAir ? 'on-air' : ''} ${me ? 'me' : ''}"
      aria-label=${t(words.stage)}
      data-test="stage"
      data-participant=${view?.participant ?? ''}
      data-reason=${view?.reason ?? ''}
    >
      <video
        class="picture"
        data-test="stage-video"
        autoplay
        muted
        playsinline
        ?hidden=${missing !== null}
      ></video>
      ${missing === null ? nothing : html`<div class="missing">${missing}</div>`}
      ${me ? html`<span class="tally">${t(words.youAreOnAir)}</span>` : nothing} ${this.caption()}
      ${this.own
        ? html`<video
            class="own ${this.sharing ? '' : 'mirror'}"
            data-test="own-video"
            aria-label=${t(words.yourPicture)}
            autoplay
            muted
            playsinline
          ></video>`
        : nothing}
      <slot></slot>
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.video.srcObject !== this.session.picture) this.video.srcObject = this.session.picture;
    if (changed.has('own') && this.self) {
      this.self.srcObject = this.own ? new MediaStream([this.own]) : null;
    }
  }

  private person(id: string | null | undefined) {
    return this.session.room?.participants.find((person) => person.id === id);
  }

  private caption() {
    const { view, you } = this.session;
    const person = this.person(view?.participant);
    if (!person || view?.reason) return nothing;
    const own = person.id === you ? ` (${t(words.you)})` : '';
    return html`<p class="caption" data-test="stage-name">${person.name}${own}</p>`;
  }

  /** Words instead of the picture; null when there is one. */
  private missing() {
    const { view, room } = this.session;
    const selected = view?.selection.kind === 'participant' ? view.selection.id : room?.speaker;
    const name = this.person(view?.participant ?? selected)?.name;
    const hostless = room?.locked && !may(this.session, 'lock');
    const silent = view?.selection.kind === 'speaker' ? words.silentSpeaker : words.reasonNobody;
    switch (view ? view.reason : 'nobody') {
      case null:
        return null;
      case 'no-picture':
        return html`<ro-avatar name=${name ?? ''}></ro-avatar>
          <p>${t(words.reasonNoPicture, name)}</p>`;
      case 'codec':
        return html`<p>${t(words.reasonCodec, name)}</p>`;
      case 'waiting':
        return html`<p>${t(words.reasonWaiting)}</p>`;
      default:
        return html`<p>${t(hostless ? words.reasonNobodyLocked : silent)}</p>`;
    }
  }
}
