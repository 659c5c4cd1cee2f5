import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { common } from '../shared/i18n/common.js';
import { clock, roughly } from '../shared/i18n/format.js';
import { t } from '../shared/i18n/language.js';
import type { IconName } from '../shared/ui/icon.js';
import { hasAll, hasSteps, hasWords, type Frame } from './frame.js';
import { words } from './words.js';

/** Seconds of one step back or on. */
export const STEP = 10;

/** What opens over the picture. */
export type Sheet = 'settings' | 'chapters' | 'keys';

/** What the bar shows. */
export interface BarView {
  readonly live: boolean;
  readonly atEdge: boolean;
  readonly position: number;
  readonly end: number;
  readonly delay: number | null;
  /** Lines of the picture; 0 while unknown. */
  readonly lines: number;
  readonly chaptered: boolean;
  readonly frame: Frame;
  readonly sheet: Sheet | null;
}

/** What its buttons do. */
export interface BarActions {
  seek(moment: number): void;
  goLive(): void;
  toggle(sheet: Sheet): void;
}

/** The bar under the picture; what has no room in it stands in the settings. */
export function playerBar(view: BarView, actions: BarActions) {
  const { frame, live } = view;
  return html`<media-control-bar>
    <media-play-button data-test="play"></media-play-button>
    ${hasSteps(frame) ? steps(view, actions) : nothing}
    <media-mute-button data-test="sound"></media-mute-button>
    ${hasWords(frame) ? html`<media-volume-range></media-volume-range>` : nothing}
    ${live ? liveButtons(view, actions) : nothing}
    ${!live || (!view.atEdge && hasSteps(frame)) ? moment(view) : nothing}
    <span class="space"></span>
    ${hasWords(frame) ? told(view) : nothing}
    <media-captions-button data-test="captions"></media-captions-button>
    ${view.chaptered && hasAll(frame) ? opener('chapters', 'chapters', view, actions) : nothing}
    ${opener('settings', 'more', view, actions)}
    ${hasAll(frame) ? html`<media-pip-button data-test="pip"></media-pip-button>` : nothing}
    <media-fullscreen-button data-test="fullscreen"></media-fullscreen-button>
  </media-control-bar>`;
}

function button(name: string, icon: IconName, hook: string, press: () => void) {
  return html`<button class="tool" data-test=${hook} title=${name} aria-label=${name} @click=${press}>
    <ro-icon name=${icon}></ro-icon>
  </button>`;
}

function steps({ position }: BarView, { seek }: BarActions) {
  return html`${button(t(words.back), 'back-ten', 'back-ten', () => seek(position - STEP))}
  ${button(t(words.forward), 'on-ten', 'on-ten', () => seek(position + STEP))}`;
}

function opener(sheet: Sheet, icon: IconName, view: BarView, { toggle }: BarActions) {
  const name = t(words[sheet]);
  return html`<button
    class="tool"
    data-test="open-${sheet}"
    title=${name}
    aria-label=${name}
    aria-expanded=${view.sheet === sheet}
    @click=${() => toggle(sheet)}
  >
    <ro-icon name=${icon}></ro-icon>
  </button>`;
}

function liveButtons({ atEdge, frame }: BarView, { seek, goLive }: BarActions) {
  const name = t(atEdge ? words.atLive : words.goLive);
  return html`${hasAll(frame)
      ? button(t(words.fromStart), 'start', 'from-start', () => seek(0))
      : nothing}
    <button
      class="tool edge ${atEdge ? 'at' : ''}"
      data-test="live-button"
      data-at-edge=${atEdge}
      title=${name}
      aria-label=${name}
      @click=${goLive}
    >
      <span class="dot"></span>${t(words.live)}
    </button>`;
}

/** As wide as it will ever be, so that nothing beside it moves. */
export function moment({ position, end }: Pick<BarView, 'position' | 'end'>) {
  const length = clock(end);
  const width = `${length.length * 2 + 3}ch`;
  return html`<span class="words figures" data-test="moment" style=${styleMap({ minWidth: width })}
    >${clock(position)} / ${length}</span
  >`;
}

function told({ live, delay, lines }: BarView) {
  return html`${live && delay !== null
    ? html`<span class="words behind figures">${t(common.behind, roughly(delay))}</span>`
    : nothing}
  ${lines
    ? html`<span class="words figures" data-test="quality" aria-label=${t(words.quality)}>${lines}p</span>`
    : nothing}`;
}
