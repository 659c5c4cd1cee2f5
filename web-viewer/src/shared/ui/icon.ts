import { css, html, LitElement, svg, type SVGTemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** 24 px line drawings, one stroke width, decorative: the name stands beside or on the button. */
const drawings = {
  mark: svg`<path d="M4.5 5h15l-1.5 4.5H6z" fill="currentColor"/><path d="M8 13h8l-1 7H9z" fill="currentColor"/>`,
  microphone: svg`<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"/>`,
  'microphone-off': svg`<path d="M9 5.5A3 3 0 0 1 15 6v5m0 0M9 9v2a3 3 0 0 0 4.6 2.5M5.5 11.5a6.5 6.5 0 0 0 10 5.5m2.2-2.4a6.4 6.4 0 0 0 .8-3.100M12 18v3M4 4l16 16"/>`,
  camera: svg`<rect x="3" y="6.5" width="12.5" height="11" rx="2.5"/><path d="m15.5 11 5.5-3v8l-5.5-3z"/>`,
  'camera-off': svg`<path d="M8.5 6.500H13a2.5 2.5 0 0 1 2.5 2.500v3.500m0 3.200a2.5 2.5 0 0 1-2.5 1.800H5.500A2.5 2.5 0 0 1 3 15V9a2.5 2.5 0 0 1 2-2.450M15.5 11l5.5-3v8l-3-1.600M4 4l16 16"/>`,
  screen: svg`<rect x="3" y="4.5" width="18" height="12" rx="2"/><path d="M8.5 20h7M12 13.500v-5.500m-2.5 2.400L12 8l2.5 2.4"/>`,
  people: svg`<circle cx="9" cy="8.5" r="3.2"/><path d="M3 19.500c.4-3.4 2.8-5.3 6-5.300s5.6 1.9 6 5.300M15.5 5.600a3.1 3.1 0 0 1 0 5.800M17.5 14.600c2 .7 3.2 2.4 3.5 4.9"/>`,
  hand: svg`<path d="M7.500 12.500V6.200a1.500 1.500 0 0 1 3 0v4.800m0-5.800V4.500a1.500 1.500 0 0 1 3 0V11m0-5.300a1.500 1.500 0 0 1 3 0V12m0-3.300a1.500 1.500 0 0 1 3 0v5.300a7 7 0 0 1-7 7c-2.600 0-4.200-1-5.600-3.200l-2.700-4.300a1.500 1.500 0 0 1 2.500-1.700l1.300 1.700"/>`,
  chat: svg`<path d="M4 5.500h16v10.500H11.500L7 19.500V16H4z"/><path d="M8 9.500h8M8 12.500h5"/>`,
  smile: svg`<circle cx="12" cy="12" r="8.500"/><path d="M9 9.500v.5m6-.5v.5M8 14c1 1.700 2.400 2.500 4 2.500s3-.8 4-2.500"/>`,
  send: svg`<path d="M4 12 20 4.500 15.500 20l-4-6zM11.500 14 20 4.500"/>`,
  pencil: svg`<path d="M4.500 19.500l1-4.500L16 4.500l3.500 3.500L9 18.500z"/><path d="m14 6.500 3.500 3.500"/>`,
  keyboard: svg`<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  more: svg`<circle cx="5.5" cy="12" r="1.3" fill="currentColor"/><circle cx="12" cy="12" r="1.3" fill="currentColor"/><circle cx="18.5" cy="12" r="1.3" fill="currentColor"/>`,
  leave: svg`<path d="M13.5 4H7a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h6.500M10.5 12H20m-3.5-3.800L20 12l-3.5 3.8"/>`,
  lock: svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.500V8a4 4 0 0 1 8 0v2.5"/>`,
  unlock: svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.500V8a4 4 0 0 1 7.7-1.5"/>`,
  broadcast: svg`<circle cx="12" cy="12" r="2.2" fill="currentColor"/><path d="M8 16a5.6 5.6 0 0 1 0-8m8 0a5.6 5.6 0 0 1 0 8M5 19a9.9 9.9 0 0 1 0-14m14 0a9.9 9.9 0 0 1 0 14"/>`,
  stop: svg`<rect x="6.5" y="6.5" width="11" height="11" rx="1.5" fill="currentColor"/>`,
  link: svg`<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1"/>`,
  copy: svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.5 8.500v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2"/>`,
  check: svg`<path d="m5 12.5 4.5 4.500L19 7.5"/>`,
  eye: svg`<path d="M2.5 12C4.5 8 8 6 12 6s7.5 2 9.5 6c-2 4-5.5 6-9.5 6s-7.5-2-9.5-6z"/><circle cx="12" cy="12" r="2.8"/>`,
  search: svg`<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.500v2m0 15v2M2.5 12h2m15 0h2M5.3 5.300l1.4 1.400m10.6 10.6 1.4 1.400m0-13.4-1.4 1.400M6.7 17.300l-1.4 1.4"/>`,
  moon: svg`<path d="M20 14.200A8.3 8.3 0 0 1 9.8 4 8.3 8.3 0 1 0 20 14.200z"/>`,
  globe: svg`<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c2.6 2.6 3.9 5.6 3.9 9s-1.3 6.4-3.9 9c-2.6-2.6-3.9-5.6-3.9-9S9.4 5.6 12 3z"/>`,
  warning: svg`<path d="M12 4 2.8 19.500h18.400z"/><path d="M12 10v4.500m0 2.300v.2"/>`,
  download: svg`<path d="M12 4v11m-4-4 4 4 4-4M5 19.500h14"/>`,
  key: svg`<circle cx="8" cy="15.5" r="4"/><path d="m11 12.5 8-8m-3 3 3 3"/>`,
  speaker: svg`<path d="M4 9.500v5h3.500L12 18.500v-13L7.5 9.500z"/><path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.500a7.8 7.8 0 0 1 0 11"/>`,
  voice: svg`<path d="M5 10v4m3.5-7v10M12 4.500v15M15.5 7v10M19 10v4"/>`,
  nothing: svg`<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m4 6.5 16 11"/>`,
  remove: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  details: svg`<path d="M4 19.500h16M7 16v-4m5 4V6m5 10V9"/>`,
  play: svg`<path d="M8 5.500v13l10.5-6.500z" fill="currentColor"/>`,
  start: svg`<path d="M6.500 5.500v13"/><path d="M19 5.500v13L9 12z" fill="currentColor"/>`,
  desk: svg`<path d="M4 7.500h9m4 0h3M4 16.500h3m4 0h9"/><circle cx="15" cy="7.5" r="2"/><circle cx="9" cy="16.5" r="2"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  'back-ten': svg`<path d="M7.500 5.200A8 8 0 1 1 4.300 10M7.500 1.800v3.600h3.600"/><text x="12.300" y="14.800" font-size="8" font-weight="700" text-anchor="middle" fill="currentColor" stroke="none">10</text>`,
  'on-ten': svg`<path d="M16.500 5.200A8 8 0 1 0 19.700 10M16.500 1.800v3.600h-3.600"/><text x="11.700" y="14.800" font-size="8" font-weight="700" text-anchor="middle" fill="currentColor" stroke="none">10</text>`,
  chapters: svg`<path d="M9.500 6h11m-11 6h11m-11 6h11"/><circle cx="4.5" cy="6" r="1.2" fill="currentColor"/><circle cx="4.5" cy="12" r="1.2" fill="currentColor"/><circle cx="4.5" cy="18" r="1.2" fill="currentColor"/>`,
  theatre: svg`<rect x="2.5" y="6.5" width="19" height="11" rx="1.5"/>`,
  pip: svg`<rect x="3" y="5" width="18" height="14" rx="2"/><rect x="12" y="11.5" width="6.5" height="5" rx="1" fill="currentColor"/>`,
  cast: svg`<path d="M3 8V6.500A1.500 1.500 0 0 1 4.500 5h15A1.500 1.500 0 0 1 21 6.500v11a1.500 1.500 0 0 1-1.500 1.500H15M3 12a7 7 0 0 1 7 7m-7-3.500A3.500 3.500 0 0 1 6.500 19"/>`,
  captions: svg`<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M7 11h4m3 0h3M7 15h6m3 0h1"/>`,
  arrow: svg`<path d="M5 12h14m-5-5 5 5-5 5"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof drawings;

@customElement('ro-icon')
export class Icon extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      width: 1.5rem;
      height: 1.5rem;
      flex: none;
    }
    svg {
      width: 100%;
      height: 100%;
    }
  `;

  @property() name: IconName = 'mark';

  protected override render() {
    return html`<svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      ${drawings[this.name]}
    </svg>`;
  }
}
