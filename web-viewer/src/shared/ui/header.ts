import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { common } from '../i18n/common.js';
import { language, setLanguage, t, Translated } from '../i18n/language.js';
import { setTheme, theme } from '../theme/theme.js';
import { controls } from './controls.js';
import './icon.js';

/** Top of every page: the mark, what the page puts between, language and theme. */
@customElement('ro-header')
export class Header extends LitElement {
  static override styles = [
    controls,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 0.5rem 1rem;
        min-height: 4rem;
        padding: 0.5rem 1.5rem;
      }
      .mark {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
        min-height: 2.75rem;
        color: var(--text);
        font-size: 1rem;
        font-weight: 700;
        letter-spacing: -0.01em;
        text-decoration: none;
      }
      .between {
        flex: 1;
        min-width: 0;
        display: flex;
        align-items: center;
        gap: 1rem;
      }
      .switches {
        display: flex;
        gap: 0.25rem;
      }
      .switches button {
        padding: 0.5rem;
        color: var(--quiet);
        font-size: 0.875rem;
      }
      .switches button:hover {
        color: var(--text);
      }
      :host([compact]) header {
        min-height: 3.5rem;
        padding: 0.25rem 1rem;
      }
      @media (max-width: 37.5rem) {
        header,
        :host([compact]) header {
          padding: 0.5rem 0.75rem;
          gap: 0.5rem;
        }
        :host([compact]) .name {
          display: none;
        }
        .globe,
        :host([bare]) .mark {
          display: none;
        }
      }
      @media (max-height: 30rem) {
        :host([compact]) header {
          min-height: 2.75rem;
          padding-block: 0;
        }
      }
    `,
  ];

  @property() home = '/';

  constructor() {
    super();
    new Translated(this);
  }

  protected override render() {
    const dark = theme() === 'dark';
    return html`<header>
      <a class="mark" href=${this.home} aria-label="Rostrum">
        <ro-icon name="mark"></ro-icon><span class="name">Rostrum</span>
      </a>
      <div class="between"><slot></slot></div>
      <div class="switches">
        <button
          class="plain"
          data-test="language"
          lang=${language() === 'en' ? 'zh-CN' : 'en'}
          aria-label=${t(common.switchLanguageLabel)}
          @click=${this.otherLanguage}
        >
          <ro-icon class="globe" name="globe"></ro-icon>${t(common.switchLanguage)}
        </button>
        <button
          class="plain"
          data-test="theme"
          aria-label=${t(dark ? common.themeLight : common.themeDark)}
          title=${t(dark ? common.themeLight : common.themeDark)}
          @click=${this.otherTheme}
        >
          <ro-icon name=${dark ? 'sun' : 'moon'}></ro-icon>
        </button>
      </div>
    </header>`;
  }

  private otherLanguage(): void {
    setLanguage(language() === 'en' ? 'zh' : 'en');
  }

  private otherTheme(): void {
    setTheme(theme() === 'dark' ? 'light' : 'dark');
    this.requestUpdate();
  }
}
