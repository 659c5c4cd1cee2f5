import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Channel, Recording } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { clock, dayAndTime, timeOfDay } from '../shared/i18n/format.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/on-air.js';
import './still.js';
import { words } from './words.js';

/** One program as a card: still picture, title, host, and since when or how long. */
@customElement('ro-card')
export class Card extends LitElement {
  static override styles = [
    controls,
    css`
      a {
        display: block;
        color: inherit;
        text-decoration: none;
        border-radius: var(--radius);
      }
      .still {
        position: relative;
        overflow: hidden;
        border-radius: var(--radius);
      }
      .still::after {
        content: '';
        position: absolute;
        inset: 0;
        border-radius: inherit;
        box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--text) 12%, transparent);
        transition: box-shadow var(--quick);
      }
      a:hover .still::after {
        box-shadow: inset 0 0 0 2px var(--accent);
      }
      ro-on-air,
      .length {
        position: absolute;
        left: 0.5rem;
        bottom: 0.5rem;
      }
      .length {
        left: auto;
        right: 0.5rem;
        padding: 0.25rem 0.5rem;
        border-radius: 0.25rem;
        background: rgb(14 17 22 / 85%);
        color: #fff;
        font-size: 0.75rem;
        line-height: 1rem;
        font-weight: 600;
      }
      h2,
      h3 {
        margin-top: 0.75rem;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      a:hover :is(h2, h3) {
        color: var(--accent);
      }
      p {
        font-size: 0.875rem;
        line-height: 1.25rem;
        color: var(--quiet);
        overflow-wrap: anywhere;
      }
      .host {
        color: var(--text);
      }
      .dot::before {
        content: '·';
        margin: 0 0.375rem;
      }
    `,
  ];

  @property({ attribute: false }) channel?: Channel;
  @property({ attribute: false }) recording?: Recording;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    if (this.channel) return this.live(this.channel);
    if (this.recording) return this.past(this.recording);
    return nothing;
  }

  private live(channel: Channel) {
    const title = channel.title || t(common.untitled);
    return html`<a href=${channel.page} data-test="card-${channel.id}" data-title=${title}>
      <div class="still">
        <ro-still .src=${channel.thumbnail} live></ro-still>
        <ro-on-air .since=${channel.startedAt}></ro-on-air>
      </div>
      <h2>${title}</h2>
      <p>
        <span class="host">${channel.host}</span
        ><span class="dot">${t(words.since, timeOfDay(channel.startedAt))}</span
        ><span class="dot figures">${t(words.viewers, channel.viewers)}</span>
      </p>
    </a>`;
  }

  private past(recording: Recording) {
    const title = recording.title || t(common.untitled);
    return html`<a href=${recording.page} data-test="recording-${recording.id}">
      <div class="still">
        <ro-still .src=${recording.thumbnail}></ro-still>
        <span class="length figures">${clock(recording.duration)}</span>
      </div>
      <h3>${title}</h3>
      <p>
        <span class="host">${recording.host}</span
        ><span class="dot">${dayAndTime(recording.startedAt)}</span>
      </p>
    </a>`;
  }
}
