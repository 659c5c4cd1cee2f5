import type { HlsConfig } from 'hls.js';

/** Live: close to the edge, catching up gently. The server's PART-HOLD-BACK sets the distance. */
export const liveConfig: Partial<HlsConfig> = {
  lowLatencyMode: true,
  maxLiveSyncPlaybackRate: 1.1,
  liveSyncOnStallIncrease: 0.25,
  backBufferLength: 120,
  maxBufferLength: 12,
  // A gap of one lost frame is jumped at once, not after half a second of standing.
  maxBufferHole: 0.3,
  nudgeOffset: 0.1,
  nudgeMaxRetry: 8,
};

export const recordedConfig: Partial<HlsConfig> = {
  lowLatencyMode: false,
  backBufferLength: 60,
  maxBufferLength: 30,
};
