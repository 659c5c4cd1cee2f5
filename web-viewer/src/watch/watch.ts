import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { post } from '../shared/api/http.js';
import { type Channel, type Recording } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { announce } from '../shared/ui/announcer.js';
import { controls } from '../shared/ui/controls.js';
import '../coming/next.js';
import '../shared/ui/header.js';
import '../shared/ui/icon.js';
import { onTv } from '../shared/ui/spatial.js';
import './about.js';
import { browserTuner } from './browser-tuner.js';
import { look } from './look.js';
import './password.js';
import type { OpenEvent } from './password.js';
import './player.js';
import { addressOf, doorOf, pastOf, rightIn, type Program } from './program.js';
import type { WishEvent } from './latency.js';
import { keptTheatre, keepTheatre } from './theatre.js';
import { remoteKeyOf } from './remote-keys.js';
import { leave } from './tv-controls.js';
import { Tuner } from './tuner.js';
import { keepWish, wishOf } from './wish.js';
import { words } from './words.js';

/** A channel's page: waits, plays, says when it is over; or a recording. */
@customElement('ro-watch')
export class Watch extends LitElement {
  static override styles = [controls, look];

  private readonly address = addressOf(location.pathname);
  private invitation = new URLSearchParams(location.search).get('invite');
  /** The viewer is in the past of a live program: its end does not take it away from him. */
  @state() private rewound = false;
  @state() private theatre = keptTheatre();
  private readonly tv = onTv();
  private wish = wishOf(location.search);
  private readonly tuner = new Tuner(
    this,
    this.address,
    browserTuner(this.address),
    (program, before) => this.heard(program, before.kind),
  );

  constructor() {
    super();
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.tv) document.addEventListener('keydown', this.goesBack);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.goesBack);
  }

  /** Where nothing plays, the page itself knows the way back; who writes, deletes a letter. */
  private readonly goesBack = (event: KeyboardEvent): void => {
    const writes = event.composedPath()[0] instanceof HTMLInputElement && event.key === 'Backspace';
    if (remoteKeyOf(event) === 'back' && !writes && !this.renderRoot.querySelector('ro-player')) leave();
  };

  private heard(program: Program, before: Program['kind']): void {
    const now = program.kind;
    if (now === before) return;
    if (now === 'live' || now === 'recording') this.forgetInvitation();
    if (now === 'live') announce(t(common.onAir));
    if (now === 'ended') announce(t(words.ended), 'assertive');
    if (program.kind === 'ended') void this.keepRight(program.channel);
  }

  /** Who may watch the program may watch its recording, without being asked once more. */
  private async keepRight({ hls, session }: Channel): Promise<void> {
    const right = rightIn(hls);
    const door = doorOf({ kind: 'recording', id: session });
    if (right) await post(door, { right }).catch(() => undefined);
  }

  protected override render() {
    return html`${this.tv ? nothing : html`<ro-header compact></ro-header>`}
      <main
        data-test="watch"
        data-state=${this.tuner.program.kind}
        class=${this.tv ? 'tv' : this.theatre ? 'theatre' : ''}
      >
        ${this.content()}
      </main>`;
  }

  private content() {
    const { program } = this.tuner;
    switch (program.kind) {
      case 'loading':
        return this.card(html`<p class="quiet">${t(common.loading)}</p>`);
      case 'waiting':
        return html`<ro-next channel=${this.address.id}
          >${this.card(html`<h1>${t(words.waiting)}</h1>
            <p class="quiet">${t(words.waitingHint)}</p>`)}</ro-next
        >`;
      case 'locked':
        return this.card(html`<ro-password
          .door=${doorOf(this.address)}
          .invitation=${this.invitation}
          @open=${this.opened}
        ></ro-password>`);
      case 'missing':
        return this.card(html`<h1>${t(words.missing)}</h1>
          <p class="quiet">${t(words.missingHint)}</p>
          <a class="button primary" href="/">${t(common.backToDirectory)}</a>`);
      case 'ended':
        return this.rewound
          ? this.playing(program.channel, true)
          : html`${this.over(program.channel)}`;
      case 'live':
        return this.playing(program.channel, true);
      case 'recording':
        return this.playing(program.recording, false);
    }
  }

  private opened({ right }: OpenEvent): void {
    this.forgetInvitation();
    this.tuner.open(right);
  }

  /** It has done its work, and is not for everybody whom this address is sent to. */
  private forgetInvitation(): void {
    const url = new URL(location.href);
    if (!url.searchParams.has('invite')) return;
    this.invitation = null;
    url.searchParams.delete('invite');
    history.replaceState(history.state, '', url);
  }

  private over(channel: Channel) {
    return html`${this.card(html`<h1>${t(words.ended)}</h1>
        <a
          class="button primary"
          data-test="watch-recording"
          href="/watch/recordings/${channel.session}"
          ><ro-icon name="play"></ro-icon>${t(words.watchRecording)}</a
        >
        <p class="quiet small">${t(words.endedHint)}</p>`)}
      <ro-about .program=${channel}></ro-about>`;
  }

  private playing(program: Channel | Recording, live: boolean) {
    document.title = t(words.page, program.title || t(common.untitled));
    return html`<ro-player
        .src=${program.hls}
        .poster=${'poster' in program ? program.poster : ''}
        .since=${program.startedAt}
        .whep=${('whep' in program && program.whep) || ''}
        .wish=${this.wish}
        @wish=${this.choose}
        .past=${'session' in program ? pastOf(program) : ''}
        .picture=${('picture' in program && program.picture) || ''}
        .theatre=${this.tv ? null : this.theatre}
        ?theatre=${this.theatre && !this.tv}
        ?tv=${this.tv}
        ?tight=${this.tv}
        .heading=${this.tv ? [program.title || t(common.untitled), program.host].filter(Boolean).join(' · ') : ''}
        @theatre=${this.turnTheatre}
        @rewound=${() => (this.rewound = true)}
        @live=${() => (this.rewound = false)}
        ?live=${live}
      ></ro-player>
      ${this.tv ? nothing : html`<ro-about .program=${program} ?live=${live}></ro-about>`}`;
  }

  /** Kept for the next program, and in the address for whom it is sent to. */
  private choose({ wish }: WishEvent): void {
    this.wish = wish;
    history.replaceState(history.state, '', keepWish(location.href, wish));
  }

  private turnTheatre(): void {
    this.theatre = !this.theatre;
    keepTheatre(this.theatre);
  }

  private card(content: unknown) {
    return html`<div class="card"><div>${content}</div></div>`;
  }
}
