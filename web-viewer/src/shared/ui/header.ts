import { html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { atFriend } from '../friend.js';
import { common } from '../i18n/common.js';
import { language, setLanguage, t, Translated } from '../i18n/language.js';
import type { Saying } from '../i18n/say.js';
import { setTheme, theme } from '../theme/theme.js';
import { controls } from './controls.js';
import { look } from './header-look.js';
import './icon.js';
import { onTv } from './spatial.js';

export type PageName = 'on-air' | 'guide' | 'recordings' | 'rooms';

interface Way {
  readonly name: PageName;
  readonly said: Saying<[]>;
  readonly href: string | null;
}

/** Where each page is, seen from one of the two servers; null where the other one is not known. */
export function ways(server: string): Way[] {
  const station = (path: string) => (server === 'rooms' ? atFriend(path) : path);
  return [
    // On a TV set the start page is the guide.
    { name: 'on-air', said: common.onAirPage, href: station(onTv() ? '/?view=desktop' : '/') },
    { name: 'guide', said: common.guide, href: station('/guide') },
    { name: 'recordings', said: common.recordings, href: station('/recordings') },
    { name: 'rooms', said: common.rooms, href: server === 'rooms' ? '/' : atFriend('/') },
  ];
}

/** Top of every page of both servers: the mark, every other page, language and look. */
@customElement('ro-header')
export class Header extends LitElement {
  static override styles = [controls, look];

  /** Whose page this is: `rooms` for the center. */
  @property() server: 'station' | 'rooms' = 'station';
  /** Which of the pages this is. */
  @property() page: PageName | '' = '';
  /** Inside a room: all of it in one menu, and other pages beside the room, not in its place. */
  @property({ type: Boolean, reflect: true }) bare = false;
  @query('details') private menu!: HTMLDetailsElement | null;

  constructor() {
    super();
    new Translated(this);
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.menu?.open) this.shut(true);
    });
    this.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !this.contains(event.relatedTarget as Node)) this.shut(false);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.elsewhere);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.elsewhere);
  }

  private readonly elsewhere = (event: Event) => {
    if (this.menu?.open && !event.composedPath().includes(this.menu)) this.shut(false);
  };

  private shut(toButton: boolean): void {
    if (!this.menu?.open) return;
    this.menu.open = false;
    if (toButton) this.menu.querySelector('summary')?.focus();
  }

  protected override render() {
    return html`<header>
      <a class="mark" href="/" aria-label="Rostrum" target=${this.bare ? '_blank' : nothing}>
        <ro-icon name="mark"></ro-icon><span class="name">Rostrum</span>
      </a>
      ${this.bare ? nothing : this.nav()}
      <div class="between"><slot></slot></div>
      ${this.bare ? this.sheet() : this.switches()}
    </header>`;
  }

  private sheet() {
    return html`<details data-test="menu">
      <summary aria-label=${t(common.menu)} title=${t(common.menu)}>
        <ro-icon name="menu"></ro-icon>
      </summary>
      <div class="sheet">${this.nav()} ${this.switches()}</div>
    </details>`;
  }

  private nav() {
    return html`<nav aria-label=${t(common.pages)} data-test="pages">
      ${ways(this.server).map(({ name, said, href }) =>
        href === null
          ? nothing
          : html`<a
              href=${href}
              data-test="to-${name}"
              aria-current=${this.page === name ? 'page' : nothing}
              target=${this.bare ? '_blank' : nothing}
              >${t(said)}</a
            >`,
      )}
    </nav>`;
  }

  private switches() {
    const dark = theme() === 'dark';
    const look = t(dark ? common.themeLight : common.themeDark);
    return html`<div class="switches">
      <button
        class="plain"
        data-test="language"
        lang=${language() === 'en' ? 'zh-CN' : 'en'}
        aria-label=${t(common.switchLanguageLabel)}
        @click=${() => setLanguage(language() === 'en' ? 'zh' : 'en')}
      >
        <ro-icon class="globe" name="globe"></ro-icon>${t(common.switchLanguage)}
      </button>
      <button
        class="plain"
        data-test="theme"
        aria-label=${look}
        title=${look}
        @click=${this.otherTheme}
      >
        <ro-icon name=${dark ? 'sun' : 'moon'}></ro-icon>
      </button>
    </div>`;
  }

  private otherTheme(): void {
    setTheme(theme() === 'dark' ? 'light' : 'dark');
    this.requestUpdate();
  }
}
