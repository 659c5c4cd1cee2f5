import { languageTag } from '../shared/i18n/language.js';
import { turnCaptions } from './captions.js';
import type { Course } from './course.js';
import type { Command } from './keys.js';
import type { Overlay } from './overlay.js';
import type { Pace } from './pace.js';
import { STEP, type Sheet } from './player-bar.js';

/** The player as its keys reach it. */
export interface Commanded {
  readonly live: boolean;
  readonly video: HTMLVideoElement;
  /** What fills the screen: the picture with its controls. */
  readonly controller: HTMLElement;
  readonly course: Course;
  readonly pace: Pace;
  readonly layer: Overlay;
  seek(moment: number): void;
  goLive(): void;
  toggle(sheet: Sheet): void;
  askTheatre(): void;
}

export function obey(command: Command, player: Commanded): void {
  const { video, course, pace } = player;
  switch (command) {
    case 'play':
      return void (video.paused ? video.play().catch(() => undefined) : video.pause());
    case 'resume':
      return void video.play().catch(() => undefined);
    case 'pause':
      return video.pause();
    case 'mute':
      video.muted = !video.muted;
      return;
    case 'full':
      return turnFull(player.controller);
    case 'back':
      return player.seek(course.position - STEP);
    case 'forward':
      return player.seek(course.position + STEP);
    case 'louder':
      return turn(video, 0.1);
    case 'softer':
      return turn(video, -0.1);
    case 'faster':
      return pace.step(1);
    case 'slower':
      return pace.step(-1);
    case 'captions':
      if (player.layer.captioned) return player.layer.turnCaptions();
      return turnCaptions(video, [languageTag(), ...navigator.languages]);
    case 'layer':
      return player.layer.turn();
    case 'theatre':
      return player.askTheatre();
    case 'help':
      return player.toggle('keys');
    case 'start':
      return player.seek(0);
    case 'end':
      return player.live ? player.goLive() : player.seek(course.end);
  }
}

function turn(video: HTMLVideoElement, by: number): void {
  video.volume = Math.min(1, Math.max(0, video.volume + by));
}

function turnFull(controller: HTMLElement): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void controller.requestFullscreen().catch(() => undefined);
}
