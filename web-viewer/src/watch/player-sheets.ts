import { html, nothing } from 'lit';
import { clock } from '../shared/i18n/format.js';
import { t } from '../shared/i18n/language.js';
import { cueAt, type Cue } from '../shared/player/vtt.js';
import type { IconName } from '../shared/ui/icon.js';
import { hasAll, type Frame } from './frame.js';
import { keysFor } from './key-help.js';
import { SPEEDS } from './pace.js';
import { words } from './words.js';

/** What the settings show. */
export interface SettingsView {
  readonly live: boolean;
  readonly atEdge: boolean;
  readonly speed: number;
  readonly frame: Frame;
  readonly chaptered: boolean;
  /** Null: this page has no theatre. */
  readonly theatre: boolean | null;
  /** Whether names and the like are shown above the picture; null: there are none. */
  readonly layer: boolean | null;
  /** The same of lines that are typed while it is on air. */
  readonly captions: boolean | null;
  /** This browser knows another screen that can show the program. */
  readonly remote: boolean;
  /** How the program comes, where there is no other place to choose it. */
  readonly ways: unknown;
}

export interface SettingsActions {
  speed(speed: number): void;
  theatre(): void;
  layer(): void;
  captions(): void;
  remote(): void;
  pictureInPicture(): void;
  fromStart(): void;
  chapters(): void;
  keys(): void;
}

export function settings(view: SettingsView, actions: SettingsActions) {
  const small = !hasAll(view.frame);
  const row = (icon: IconName, name: string, hook: string, press: () => void, on?: boolean) =>
    html`<button class="row" data-test=${hook} aria-pressed=${on ?? nothing} @click=${press}>
      <ro-icon name=${icon}></ro-icon>${name}
    </button>`;
  return html`${view.ways} ${speeds(view, actions)}
    <div class="rows">
      ${small && view.chaptered ? row('chapters', t(words.chapters), 'open-chapters', actions.chapters) : nothing}
      ${small && view.live ? row('start', t(words.fromStart), 'from-start', actions.fromStart) : nothing}
      ${small && document.pictureInPictureEnabled
        ? row('pip', t(words.pictureInPicture), 'pip', actions.pictureInPicture)
        : nothing}
      ${view.theatre === null
        ? nothing
        : row('theatre', t(words.theatre), 'theatre', actions.theatre, view.theatre)}
      ${view.captions === null
        ? nothing
        : row('captions', t(words.captions), 'live-captions', actions.captions, view.captions)}
      ${view.layer === null
        ? nothing
        : row('details', t(words.layer), 'layer', actions.layer, view.layer)}
      ${view.remote ? row('cast', t(words.remote), 'remote', actions.remote) : nothing}
      ${row('keyboard', t(words.keys), 'open-keys', actions.keys)}
    </div>`;
}

function speeds({ live, atEdge, speed }: SettingsView, actions: SettingsActions) {
  const fixed = live && atEdge;
  return html`<p class="label" id="speed">${t(words.speed)}</p>
    <div class="speeds figures" role="group" aria-labelledby="speed">
      ${SPEEDS.map(
        (one) =>
          html`<button
            data-test="speed-${one}"
            aria-pressed=${one === speed}
            ?disabled=${fixed && one !== 1}
            @click=${() => actions.speed(one)}
          >
            ${one}
          </button>`,
      )}
    </div>
    ${fixed ? html`<p class="hint">${t(words.speedAtEdge)}</p>` : nothing}`;
}

/** Who was on air when; the one that plays is marked. */
export function chapterList(
  chapters: readonly Cue[],
  position: number,
  seek: (moment: number) => void,
) {
  const current = cueAt(chapters, position);
  return html`<ol class="rows">
    ${chapters.map(
      (chapter) =>
        html`<li>
          <button
            class="row"
            data-test="chapter"
            aria-current=${chapter === current ? 'true' : nothing}
            @click=${() => seek(chapter.start)}
          >
            <span class="figures at">${clock(chapter.start)}</span>
            <span class="name">${chapter.text}</span>
          </button>
        </li>`,
    )}
  </ol>`;
}

export function keyHelp(live: boolean) {
  return html`<dl class="keys">
    ${keysFor(live).map(
      ([keys, what]) =>
        html`<div>
          <dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
          <dd>${what}</dd>
        </div>`,
    )}
  </dl>`;
}
