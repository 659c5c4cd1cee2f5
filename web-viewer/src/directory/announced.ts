import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Announcement } from '../shared/api/streaming.js';
import { dayAndTime, roughly } from '../shared/i18n/format.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import './still.js';
import { words } from './words.js';

/** One program to come: when, what, who, about what. */
@customElement('ro-announced')
export class Announced extends LitElement {
  static override styles = [
    controls,
    css`
      a {
        display: grid;
        grid-template-columns: minmax(6rem, 10rem) 1fr;
        gap: 1rem;
        color: inherit;
        text-decoration: none;
        border-radius: var(--radius);
      }
      a:hover h3 {
        color: var(--accent);
      }
      ro-still {
        overflow: hidden;
        border-radius: var(--radius);
      }
      .when {
        font-size: 0.875rem;
        line-height: 1.25rem;
        font-weight: 600;
      }
      h3,
      p {
        overflow-wrap: anywhere;
      }
      .about,
      .who {
        font-size: 0.875rem;
        line-height: 1.25rem;
        color: var(--quiet);
      }
      .about {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
    `,
  ];

  @property({ attribute: false }) announcement!: Announcement;

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const { id, title, host, description, startsAt, length, page, picture } = this.announcement;
    return html`<a href=${page} data-test="announced-${id}">
      <ro-still .src=${picture ?? ''}></ro-still>
      <div>
        <p class="when figures">
          <time datetime=${startsAt}>${dayAndTime(startsAt)}</time>
        </p>
        <h3>${title}</h3>
        <p class="who">${host ? `${host} · ` : ''}${t(words.takes, roughly(length))}</p>
        ${description ? html`<p class="about">${description}</p>` : nothing}
      </div>
    </a>`;
  }
}
