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
        gap: 8px 16px;
        min-height: 64px;
        padding: 8px 24px;
      }
      .mark {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
        color: var(--text);
        font-size: 16px;
        font-weight: 700;
        letter-spacing: -0.01em;
        text-decoration: none;
      }
      .between {
        flex: 1;
        min-width: 0;
        display: flex;
        align-items: center;
        gap: 16px;
      }
      .switches {
        display: flex;
        gap: 4px;
      }
      .switches button {
        padding: 8px;
        color: var(--quiet);
        font-size: 14px;
      }
      .switches button:hover {
        color: var(--text);
      }
      :host([compact]) header {
        min-height: 56px;
        padding: 4px 16px;
      }
      @media (max-width: 600px) {
        header,
        :host([compact]) header {
          padding: 8px 12px;
          gap: 8px;
        }
        :host([compact]) .name {
          display: none;
        }
        .globe,
        :host([bare]) .mark {
          display: none;
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
