import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type Channel, type Recording } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import { browserTuner } from '../watch/browser-tuner.js';
import type { WishEvent } from '../watch/latency.js';
import '../watch/password.js';
import type { OpenEvent } from '../watch/password.js';
import '../watch/player.js';
import { addressOf, doorOf, pastOf } from '../watch/program.js';
import { Tuner } from '../watch/tuner.js';
import { keepWish, wishOf } from '../watch/wish.js';
import { words } from '../watch/words.js';

/** The player alone, for foreign pages; the title leads to the station. */
@customElement('ro-embed')
export class Embed extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: relative;
        display: block;
        height: 100dvh;
        background: var(--ground);
      }
      main {
        display: grid;
        place-content: center;
        height: 100%;
        overflow: hidden;
      }
      main[data-state='live'],
      main[data-state='recording'] {
        background: #0e1116;
      }
      /* The form may be higher than the frame; the title stands above it. */
      main[data-state='locked'] {
        place-content: safe center;
        grid-template-columns: minmax(0, 22.5rem);
        padding: 2.75rem 1rem 1rem;
        overflow: auto;
      }
      ro-player {
        width: min(100vw, 100dvh * 16 / 9);
        --layer-top: 2.75rem; /* the title stands in that corner */
      }
      .words {
        padding: 1rem;
        text-align: center;
      }
      .title {
        position: absolute;
        top: 0.5rem;
        right: 0.5rem;
        max-width: max(40%, 100% - 10rem);
        min-height: 1.75rem;
        padding: 0.25rem 0.5rem;
        border-radius: 0.25rem;
        background: rgb(14 17 22 / 85%);
        color: #fff;
        font-size: 0.875rem;
        line-height: 1.25rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  private readonly address = addressOf(location.pathname);
  private wish = wishOf(location.search);
  private readonly tuner = new Tuner(this, this.address, browserTuner(this.address));

  constructor() {
    super();
    new Translated(this);
  }

  /** The right stays with this page: in a foreign one the browser keeps no cookie of ours. */
  private opened({ right }: OpenEvent): void {
    this.tuner.open(right);
  }

  private choose({ wish }: WishEvent): void {
    this.wish = wish;
    history.replaceState(history.state, '', keepWish(location.href, wish));
  }

  protected override render() {
    return html`<main data-test="embed" data-state=${this.tuner.program.kind}>${this.content()}</main>
      ${this.caption()}`;
  }

  private content() {
    const { program } = this.tuner;
    switch (program.kind) {
      case 'loading':
        return this.saying(t(common.loading));
      case 'waiting':
        return this.saying(t(words.waiting));
      case 'locked':
        return html`<ro-password
          guest
          .door=${doorOf(this.address)}
          @open=${this.opened}
        ></ro-password>`;
      case 'missing':
        return this.saying(t(words.missing));
      case 'ended':
        return this.saying(t(words.ended));
      case 'live':
        return this.live(program.channel);
      case 'recording':
        return this.past(program.recording);
    }
  }

  private live(channel: Channel) {
    return html`<ro-player
      .src=${channel.hls}
      .since=${channel.startedAt}
      .past=${pastOf(channel)}
      .picture=${channel.picture ?? ''}
      .whep=${channel.whep ?? ''}
      .wish=${this.wish}
      @wish=${this.choose}
      tight
      live
    ></ro-player>`;
  }

  private past({ hls, thumbnail, startedAt }: Recording) {
    return html`<ro-player .src=${hls} .poster=${thumbnail} .since=${startedAt}></ro-player>`;
  }

  private saying(text: string) {
    return html`<p class="words quiet">${text}</p>`;
  }

  private caption() {
    const { program } = this.tuner;
    const shown =
      program.kind === 'live' || program.kind === 'ended'
        ? program.channel
        : program.kind === 'recording'
          ? program.recording
          : null;
    return html`<a
      class="title"
      data-test="embed-title"
      href=${location.pathname.replace('/embed/', '/watch/')}
      target="_blank"
      rel="noopener"
      >${shown ? shown.title || t(common.untitled) : 'Rostrum'}</a
    >`;
  }
}
