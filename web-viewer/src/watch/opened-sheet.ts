import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { t } from '../shared/i18n/language.js';
import type { Course } from './course.js';
import type { Extras } from './extras.js';
import { isHigh, type Frame } from './frame.js';
import type { Overlay } from './overlay.js';
import type { Pace } from './pace.js';
import type { Sheet } from './player-bar.js';
import './player-sheet.js';
import { chapterList, keyHelp, settings } from './player-sheets.js';
import type { Remote } from './remote.js';
import { words } from './words.js';

/** The player as its panels reach it. */
export interface Sheeted {
  readonly live: boolean;
  readonly tight: boolean;
  readonly theatre: boolean | null;
  readonly atLiveEdge: boolean;
  readonly extras: Extras;
  readonly frame: Frame;
  readonly course: Course;
  readonly pace: Pace;
  readonly layer: Overlay;
  readonly remote?: Remote;
  readonly video: HTMLVideoElement;
  /** How a live program comes, to choose from. */
  ways(): unknown;
  seek(moment: number): void;
  toggle(sheet: Sheet): void;
  askTheatre(): void;
  /** Does something that is seen in the panel. */
  then(act: () => void): void;
}

/** A panel over the picture; of a small picture it takes all. One that makes way for the next takes the focus along. */
export function openedSheet(sheet: Sheet, player: Sheeted) {
  return keyed(
    sheet,
    html`<ro-player-sheet
      slot="dialog"
      noautohide
      data-test="sheet-${sheet}"
      .name=${t(words[sheet])}
      ?whole=${!isHigh(player.frame)}
      @close=${() => player.toggle(sheet)}
      >${content(sheet, player)}</ro-player-sheet
    >`,
  );
}

function content(sheet: Sheet, player: Sheeted) {
  switch (sheet) {
    case 'chapters':
      return chapterList(player.extras.chapters, player.course.position, (to) => player.seek(to));
    case 'keys':
      return keyHelp(player.live);
    case 'settings':
      return settings(
        {
          live: player.live,
          atEdge: player.atLiveEdge,
          speed: player.pace.speed,
          frame: player.frame,
          chaptered: player.extras.chapters.length > 0,
          theatre: player.theatre,
          layer: player.layer.there ? player.layer.wanted : null,
          captions: player.layer.captioned ? player.layer.captions : null,
          remote: player.remote?.there ?? false,
          ways: player.tight && !isHigh(player.frame) ? player.ways() : nothing,
        },
        actions(player),
      );
  }
}

const actions = (player: Sheeted) => ({
  speed: (speed: number) => player.then(() => player.pace.choose(speed)),
  theatre: () => player.askTheatre(),
  layer: () => player.then(() => player.layer.turn()),
  captions: () => player.then(() => player.layer.turnCaptions()),
  remote: () => player.remote?.choose(),
  pictureInPicture: () => void player.video.requestPictureInPicture().catch(() => undefined),
  fromStart: () => player.seek(0),
  chapters: () => player.toggle('chapters'),
  keys: () => player.toggle('keys'),
});
