import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t, Translated } from '../shared/i18n/language.js';
import { controls } from '../shared/ui/controls.js';
import { words } from './words.js';

/** Other ways to the station: feeds for programs, other views for other devices. */
@customElement('ro-station-footer')
export class StationFooter extends LitElement {
  static override styles = [
    controls,
    css`
      footer {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 2rem;
        max-width: 85rem;
        margin: 0 auto;
        padding: 1.5rem;
        border-top: 1px solid var(--line);
        font-size: 0.875rem;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 1rem;
        color: var(--quiet);
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: 2.75rem;
      }
      a[aria-current='true'] {
        color: var(--text);
        text-decoration: none;
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    return html`<footer>
      <nav aria-label=${t(words.elsewhere)}>
        <span>${t(words.elsewhere)}</span>
        <a href="/channels.m3u">M3U</a>
        <a href="/guide.xml">XMLTV</a>
        <a href="/feed.rss">RSS</a>
        <a href="/coming.ics">${t(words.calendar)}</a>
      </nav>
      <nav aria-label=${t(words.views)}>
        <span>${t(words.views)}</span>
        ${(['desktop', 'phone', 'tv'] as const).map(
          (view) =>
            html`<a
              href="/?view=${view}"
              data-test="view-${view}"
              aria-current=${document.documentElement.dataset.view === view ? 'true' : 'false'}
              >${t(words[view])}</a
            >`,
        )}
      </nav>
    </footer>`;
  }
}
