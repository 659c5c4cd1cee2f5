import type { Player } from './player.js';

/** What the player beside an element does right now. */
export interface Figures {
  readonly delay: number | null;
  readonly width: number;
  readonly height: number;
  /** Seconds of media in store ahead of what is shown. */
  readonly ahead: number;
  readonly dropped: number;
}

export function figures(beside: Element): Figures | null {
  const page = (beside.getRootNode() as ShadowRoot).host?.getRootNode() as ShadowRoot | undefined;
  const player = page?.querySelector<Player>('ro-player');
  if (!player?.video) return null;
  const { videoWidth, videoHeight, buffered, currentTime } = player.video;
  const end = buffered.length > 0 ? buffered.end(buffered.length - 1) : currentTime;
  return {
    delay: player.secondsBehind,
    width: videoWidth,
    height: videoHeight,
    ahead: Math.max(0, end - currentTime),
    dropped: player.video.getVideoPlaybackQuality?.().droppedVideoFrames ?? 0,
  };
}
