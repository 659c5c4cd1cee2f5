import type { HlsConfig } from 'hls.js';

/** Live: close to the edge, catching up gently. The server's PART-HOLD-BACK sets the distance. */
export const liveConfig: Partial<HlsConfig> = {
  lowLatencyMode: true,
  maxLiveSyncPlaybackRate: 1.1,
  liveSyncOnStallIncrease: 0.25,
  // The browser drops what is old when it needs the room. Where hls.js removes it, it forgets which
  // parts of the segment at the edge it has, waits for them, and loads nothing more for seconds.
  backBufferLength: Infinity,
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
