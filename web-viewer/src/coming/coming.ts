import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { ChannelFeed } from '../shared/api/channel-feed.js';
import { asProblem } from '../shared/api/http.js';
import { openFeed } from '../shared/api/open-feed.js';
import { announcement, type Announcement, type Channel } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { explain } from '../shared/i18n/problems.js';
import { controls } from '../shared/ui/controls.js';
import { EverySecond } from '../shared/ui/every-second.js';
import '../shared/ui/header.js';
import './program.js';
import type { ComingProgram } from './program.js';
import { standing } from './when.js';
import { words } from './words.js';

/** The page of one program to come; it becomes the program when that is on air. */
@customElement('ro-coming')
export class ComingPage extends LitElement {
  static override styles = [
    controls,
    css`
      main {
        max-width: 64rem;
        margin: 0 auto;
        padding: 1.5rem;
      }
      .card {
        display: grid;
        justify-items: center;
        gap: 1rem;
        padding: 4rem 1.5rem;
        border-radius: var(--radius);
        background: var(--surface);
        text-align: center;
        text-wrap: balance;
      }
      @media (max-width: 37.5rem) {
        main {
          padding: 0.5rem 1rem 3rem;
        }
      }
    `,
  ];

  private readonly wanted = location.pathname.split('/')[2] ?? '';
  @state() private announced?: Announcement;
  @state() private onAir: readonly Channel[] = [];
  @state() private trouble = '';
  /** Its host called it off. */
  @state() private off = false;
  @query('ro-coming-program') private program!: ComingProgram | null;
  /** What stands differently by time alone: it should begin, it is over. */
  private readonly second = new EverySecond(this);
  private feed?: ChannelFeed;
  private gone = false;

  constructor() {
    super();
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.feed = openFeed({
      onChannels: (all) => (this.onAir = all),
      onAnnounced: () => void this.load(),
    });
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.feed?.stop();
  }

  private async load(): Promise<void> {
    try {
      this.announced = await announcement(this.wanted);
      this.trouble = '';
      this.off = false;
      document.title = t(words.page, this.announced.title || t(common.untitled));
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'unknown-announcement') this.off = true;
      else if (!this.announced) this.trouble = explain(problem);
    }
  }

  protected override updated(): void {
    if (!this.announced || this.off || this.trouble || this.gone) return;
    const now = standing(this.announced, this.onAir, this.second.now());
    if (now.kind !== 'begun') return;
    this.gone = true;
    this.program?.begun();
    location.replace(`/watch/${encodeURIComponent(this.announced.channel)}`);
  }

  protected override render() {
    return html`<ro-header></ro-header>
      <main data-test="coming" data-state=${this.announced ? 'known' : 'loading'}>
        ${this.content()}
      </main>`;
  }

  private content() {
    if (this.off) return this.card(t(words.off), t(words.offHint), '/');
    if (this.trouble) return html`<p class="notice" role="alert">${this.trouble}</p>`;
    if (!this.announced) return html`<p class="quiet">${t(common.loading)}</p>`;
    const now = standing(this.announced, this.onAir, this.second.now());
    if (now.kind === 'over') return this.card(t(words.over), t(words.overHint), '/recordings');
    return html`<ro-coming-program
      .announcement=${this.announced}
      .other=${now.kind === 'other' ? now.channel : null}
    ></ro-coming-program>`;
  }

  private card(title: string, hint: string, to: string) {
    return html`<div class="card" role="status">
      <h1>${title}</h1>
      <p class="quiet">${hint}</p>
      <a class="button primary" href=${to}
        >${t(to === '/recordings' ? common.recordings : common.backToDirectory)}</a
      >
    </div>`;
  }
}
