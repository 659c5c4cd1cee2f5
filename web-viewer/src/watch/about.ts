import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Channel, Recording } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { bytes, clock, dayAndTime, timeOfDay } from '../shared/i18n/format.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import { Copying } from '../shared/ui/copying.js';
import '../shared/ui/icon.js';
import '../share/share.js';
import '../share/sound.js';
import './details.js';
import { words } from './words.js';

/** Under the picture: title, host, facts, and what one can do with them. */
@customElement('ro-about')
export class About extends LitElement {
  static override styles = [
    controls,
    css`
      .about {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        justify-content: space-between;
        gap: 1rem;
      }
      h1 {
        overflow-wrap: anywhere;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.5rem;
        margin-top: 0.25rem;
        color: var(--quiet);
      }
      /* Its own line, there from the beginning: nothing moves when another comes on air. */
      .in-picture {
        min-height: 1.5em;
        color: var(--quiet);
        overflow-wrap: anywhere;
      }
      .facts > :not(:last-child)::after {
        content: '·';
        margin-left: 0.5rem;
        color: var(--quiet);
      }
      .description {
        margin-top: 0.5rem;
        max-width: 70ch;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      .host {
        color: var(--text);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .actions > * {
        font-size: 0.875rem;
      }
      ro-details {
        flex: 1 0 100%;
      }
      @media (max-width: 47.5rem) {
        .about {
          padding: 0 1rem;
        }
        h1 {
          font-size: 1.25rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) program!: Channel | Recording;
  @property({ type: Boolean }) live = false;
  private readonly copying = new Copying(this);

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { program } = this;
    return html`<div class="about">
      <div>
        <h1 data-test="program-title">${program.title || t(common.untitled)}</h1>
        <p class="facts small">
          <span class="host" data-test="program-host">${program.host}</span>
          ${'viewers' in program ? this.liveFacts(program) : this.pastFacts(program)}
        </p>
        ${'viewers' in program && this.live
          ? html`<p class="in-picture small" data-test="in-picture">
              ${program.picture ? t(words.nowOnAir, program.picture) : nothing}
            </p>`
          : nothing}
        ${'description' in program && program.description
          ? html`<p class="description" data-test="program-description">${program.description}</p>`
          : nothing}
      </div>
      <div class="actions">
        ${'mp4' in program
          ? html`<a class="button" href=${program.mp4} download data-test="download">
                <ro-icon name="download"></ro-icon>${t(words.download, bytes(program.size))}
              </a>
              <ro-sound href=${program.sound}></ro-sound>`
          : nothing}
        <ro-share
          .page=${program.page}
          .program=${program.title || t(common.untitled)}
        ></ro-share>
        <button data-test="copy-link" @click=${() => void this.copying.copy(location.href)}>
          <ro-icon name=${this.copying.done ? 'check' : 'link'}></ro-icon>${t(
            this.copying.said ?? common.copyLink,
          )}
        </button>
      </div>
      ${this.live || 'mp4' in program
        ? html`<ro-details ?live=${this.live} .program=${program}></ro-details>`
        : nothing}
    </div>`;
  }

  private liveFacts({ startedAt, viewers }: Channel) {
    if (!this.live) return nothing;
    return html`<span>${t(words.since, timeOfDay(startedAt))}</span>
      <span class="figures" data-test="viewers">${t(words.viewers, viewers)}</span>`;
  }

  private pastFacts({ startedAt, duration, channel }: Recording) {
    return html`<span>${dayAndTime(startedAt)}</span>
      <span class="figures">${clock(duration)}</span>
      <span><a href="/?channel=${channel}" data-test="more-of-room">${t(words.moreOfRoom)}</a></span>`;
  }
}
