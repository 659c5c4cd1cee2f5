import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ChannelFeed } from '../shared/api/channel-feed.js';
import { asProblem } from '../shared/api/http.js';
import { openFeed } from '../shared/api/open-feed.js';
import { recording, type Channel, type Recording } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import '../watch/player.js';
import { addressOf, heard, pastOf, type Program } from '../watch/program.js';
import { words } from '../watch/words.js';

const LOAD_AGAIN_AFTER = 3_000;

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
        background: #0e1116;
      }
      main {
        display: grid;
        place-content: center;
        height: 100%;
        overflow: hidden;
      }
      ro-player {
        width: min(100vw, 100dvh * 16 / 9);
      }
      .words {
        padding: 16px;
        text-align: center;
      }
      .title {
        position: absolute;
        top: 8px;
        right: 8px;
        max-width: calc(100% - 160px);
        min-height: 28px;
        padding: 4px 8px;
        border-radius: 4px;
        background: rgb(14 17 22 / 85%);
        color: #fff;
        font-size: 14px;
        line-height: 20px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  private readonly address = addressOf(location.pathname);
  @state() private program: Program = { kind: 'loading' };
  private feed?: ChannelFeed;

  constructor() {
    super();
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.address.kind === 'recording') void this.load();
    else {
      this.feed = openFeed({
        onChannels: (all) => (this.program = heard(this.program, this.address.id, all)),
      });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.feed?.stop();
  }

  private async load(): Promise<void> {
    try {
      this.program = { kind: 'recording', recording: await recording(this.address.id) };
    } catch (error) {
      if (asProblem(error).status === 404) this.program = { kind: 'missing' };
      else setTimeout(() => void this.load(), LOAD_AGAIN_AFTER);
    }
  }

  protected override render() {
    return html`<main data-test="embed" data-state=${this.program.kind}>${this.content()}</main>
      ${this.caption()}`;
  }

  private content() {
    const { program } = this;
    switch (program.kind) {
      case 'loading':
        return this.saying(t(common.loading));
      case 'waiting':
        return this.saying(t(words.waiting));
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
    const { program } = this;
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
