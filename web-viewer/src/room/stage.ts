import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import '../shared/ui/avatar.js';
import { controls } from '../shared/ui/controls.js';
import { isOnAir, may, myself, seesHimself, type SessionState } from './session-state.js';
import './invite.js';
import { float } from './picture/floating.js';
import { words as pictureWords } from './picture/words.js';
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
  @query('.own video') private self?: HTMLVideoElement;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { view } = this.session;
    const onAir = isOnAir(this.session);
    const missing = this.missing();
    return html`<section
      class="stage ${onAir ? 'on-air' : ''} ${this.tally ? 'framed' : ''}"
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
      ${this.tally
        ? html`<span class="tally" data-test="stage-tally">${this.tally}</span>`
        : nothing}
      ${this.caption()} ${this.ownPicture()} ${seesHimself(this.session) ? this.alone() : nothing}
      <slot></slot>
    </section>`;
  }

  /** One's own picture: small beside that of others, large where there is no other. */
  private ownPicture() {
    const marked = this.meOnAir && !this.showsMe;
    if (!this.own && !marked) return nothing;
    return html`<div class="own ${seesHimself(this.session) ? 'whole' : ''} ${marked ? 'framed' : ''}">
      ${this.own
        ? html`<video
            class=${this.sharing ? '' : 'mirror'}
            data-test="own-video"
            aria-label=${t(words.yourPicture)}
            autoplay
            muted
            playsinline
          ></video>`
        : nothing}
      ${marked
        ? html`<span class="tally" data-test="own-tally">${t(words.youAreOnAir)}</span>`
        : nothing}
    </div>`;
  }

  private alone() {
    return html`<div class="alone" data-test="alone">
      <p>${t(words.alone)}</p>
      <ro-invite room=${this.session.room?.id ?? ''}></ro-invite>
    </div>`;
  }

  private get meOnAir(): boolean {
    const { room, you } = this.session;
    return isOnAir(this.session) && you !== null && room?.broadcast.picture === you;
  }

  /** Whether whoever is large on the stage is oneself. */
  private get showsMe(): boolean {
    const { view, you } = this.session;
    const shown = view !== null && view.reason === null && view.participant === you;
    return shown || (seesHimself(this.session) && this.own !== null);
  }

  /** What stands on the picture of who is on air, if it is the large one. */
  private get tally(): string | null {
    const { view, room } = this.session;
    if (this.meOnAir) return this.showsMe ? t(words.youAreOnAir) : null;
    const shown = view !== null && view.reason === null ? view.participant : null;
    const onAir = isOnAir(this.session) && shown !== null && room?.broadcast.picture === shown;
    return onAir ? t(common.onAir) : null;
  }

  protected override updated(_: PropertyValues): void {
    if (this.video.srcObject !== this.session.picture) this.video.srcObject = this.session.picture;
    const shown = (this.self?.srcObject as MediaStream | null)?.getVideoTracks()[0];
    if (this.self && this.own && shown !== this.own) {
      this.self.srcObject = new MediaStream([this.own]);
    }
  }

  /** Above other windows, or back; why not, in words, where it cannot be. */
  async float(): Promise<string> {
    switch (await float(this.video)) {
      case 'unsupported':
        return t(pictureWords.floatUnsupported);
      case 'nothing':
        return t(pictureWords.floatNothing);
      case 'failed':
        return t(pictureWords.floatFailed);
      default:
        return '';
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
    if (seesHimself(this.session)) {
      return this.own ? '' : html`<ro-avatar name=${myself(this.session)?.name ?? ''}></ro-avatar>`;
    }
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
