import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { accessOf, linkFor, type Access } from '../shared/api/access.js';
import type { Station } from '../shared/api/station.js';
import { accessWords } from '../shared/i18n/access-words.js';
import { common } from '../shared/i18n/common.js';
import { roughly } from '../shared/i18n/format.js';
import { t, Translated } from '../shared/i18n/language.js';
import { Engine } from '../shared/player/engine.js';
import { controls } from '../shared/ui/controls.js';
import { Copying } from '../shared/ui/copying.js';
import '../shared/ui/icon.js';
import { viewersChannel } from './viewers-channel.js';
import { barWords as words } from './words.js';

const LOOK_AGAIN_AFTER = 700;

/** The host's own look is no viewer. */
const NOT_COUNTED = '?v=preview';

/** What viewers see, small and silent, with its delay. */
@customElement('ro-monitor')
export class Monitor extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .head {
        display: flex;
        justify-content: space-between;
        gap: 0.5rem;
        margin-bottom: 0.5rem;
        font-size: 0.875rem;
        line-height: 1.25rem;
      }
      .head h2 {
        font-size: 0.875rem;
        line-height: 1.25rem;
        letter-spacing: 0;
      }
      .screen {
        position: relative;
        display: grid;
        place-items: center;
        aspect-ratio: 16 / 9;
        overflow: hidden;
        border-radius: var(--radius);
        background: #000;
        color: #a3adb8;
        font-size: 0.875rem;
      }
      video {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      .links {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-top: 0.5rem;
      }
      .links > * {
        flex: 1 1 0;
        min-width: 0;
        padding: 0.5rem;
        font-size: 0.875rem;
        line-height: 1.25rem;
      }
      @media (max-width: 47.5rem) {
        section {
          display: grid;
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
          gap: 0.5rem;
        }
        .head {
          grid-column: 1 / -1;
          margin: 0;
        }
        .links {
          flex-direction: column;
          margin: 0;
        }
        .links > * {
          text-align: center;
        }
        .links ro-icon {
          display: none;
        }
      }
    `,
  ];

  @property() room = '';
  @property() page: string | null = null;
  /** As the host meets it; null where he has no key. */
  @property({ attribute: false }) station: Station | null = null;
  /** A new session is a new program: the player starts again. */
  @property() program: string | null = null;
  @state() private seconds: number | null = null;
  private readonly copying = new Copying(this);
  /** Only those who are invited may watch. */
  @state() private closed = false;
  /** Of a program that only opens by it; asked for before somebody copies. */
  @state() private access: Access | null = null;
  @query('video') private video!: HTMLVideoElement;
  private engine?: Engine;
  private timer?: ReturnType<typeof setInterval>;
  private turn = 0;

  constructor() {
    super();
    new Translated(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render() {
    return html`<section aria-labelledby="monitor">
      <div class="head">
        <h2 id="monitor">
          ${t(words.monitor)}
          ${this.closed
            ? html`<span class="tiny quiet" data-test="monitor-private">${t(accessWords.private[0])}</span>`
            : nothing}
        </h2>
        <span class="quiet figures" data-test="public-delay" data-seconds=${this.seconds ?? ''}
          >${this.seconds === null ? '' : t(common.behind, roughly(this.seconds))}</span
        >
      </div>
      <div class="screen">
        ${this.seconds === null ? t(words.monitorWaiting) : nothing}
        <video data-test="public-video" muted playsinline aria-label=${t(words.monitor)}></video>
      </div>
      ${this.page ? this.links(this.page) : nothing}
    </section>`;
  }

  private links(page: string) {
    return html`<div class="links">
      <a class="button" href=${page} target="_blank" rel="noopener" data-test="public-page"
        >${t(words.viewersPage)}</a
      >
      <button
        data-test="copy-viewers"
        @click=${() => void this.copying.copy(linkFor(page, this.access))}
      >
        <ro-icon name=${this.copying.done ? 'check' : 'copy'}></ro-icon>${t(
          this.copying.said ?? (this.access?.invitation ? words.copyInvitation : words.copyViewers),
        )}
      </button>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('program') && !changed.has('room')) return;
    this.stop();
    if (this.program) void this.start(++this.turn);
  }

  private async start(turn: number): Promise<void> {
    const hls = await this.address();
    if (turn !== this.turn || !this.isConnected) return;
    if (hls === null) {
      setTimeout(() => turn === this.turn && void this.start(turn), LOOK_AGAIN_AFTER);
      return;
    }
    this.engine = new Engine(this.video, hls + NOT_COUNTED, true, {
      onTrouble: (troubled) => troubled && void this.lookAgain(turn, hls),
    });
    this.timer = setInterval(() => (this.seconds = this.engine?.delay ?? null), 1000);
    await this.engine.start();
  }

  /** Who may watch has changed perhaps: then the program has another address for the host. */
  private async lookAgain(turn: number, playing: string): Promise<void> {
    const hls = await this.address();
    if (turn !== this.turn || hls === null || hls === playing) return;
    this.stop();
    void this.start(++this.turn);
  }

  /** Null as long as the streaming server does not list the room. */
  private async address(): Promise<string | null> {
    try {
      const { hls, session, visibility } = await viewersChannel(this.room, this.station);
      this.closed = visibility === 'private';
      if (this.closed) void this.invite();
      else this.access = null;
      return session === this.program ? hls : null;
    } catch {
      return null;
    }
  }

  private async invite(): Promise<void> {
    const { station } = this;
    this.access = station && (await accessOf(station).catch(() => null));
  }

  private stop(): void {
    this.turn += 1;
    clearInterval(this.timer);
    this.engine?.close();
    this.engine = undefined;
    this.seconds = null;
  }
}
