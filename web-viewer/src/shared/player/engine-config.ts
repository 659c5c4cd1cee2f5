import type { HlsConfig, LoaderConfig, RetryConfig } from 'hls.js';

/**
 * Tries of a server that starts again, or of a network that changes: what is buffered lasts a
 * second. hls.js gives up at once where no answer comes at all.
 */
const errorRetry: RetryConfig = {
  maxNumRetry: 30,
  retryDelayMs: 200,
  maxRetryDelayMs: 1_000,
  shouldRetry: (config, tries, timeout, response, hlsWould) =>
    hlsWould || (!timeout && response?.code === 0 && tries < (config?.maxNumRetry ?? 0)),
};

const timeoutRetry: RetryConfig = { maxNumRetry: 4, retryDelayMs: 0, maxRetryDelayMs: 0 };

const patience = { maxTimeToFirstByteMs: 10_000, timeoutRetry, errorRetry };
const playlist: LoaderConfig = { ...patience, maxLoadTimeMs: 20_000 };
const media: LoaderConfig = { ...patience, maxLoadTimeMs: 120_000 };

const loading: Partial<HlsConfig> = {
  playlistLoadPolicy: { default: playlist },
  fragLoadPolicy: { default: media },
};

/** The fastest at which a live picture catches up by itself. */
export const CATCH_UP = 1.1;

/** Live: close to the edge, catching up gently. The server's PART-HOLD-BACK sets the distance. */
export const liveConfig: Partial<HlsConfig> = {
  ...loading,
  lowLatencyMode: true,
  maxLiveSyncPlaybackRate: CATCH_UP,
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

/**
 * A recording: a few segments ahead. Beyond `maxBufferLength` hls.js loads on until it holds
 * `maxBufferSize` (60 MB, unless told): of most recordings that is everything.
 */
export const recordedConfig: Partial<HlsConfig> = {
  ...loading,
  lowLatencyMode: false,
  // What comes is handed on as it is: a worker would do nothing, and be loaded before the picture.
  enableWorker: false,
  // Going back ten seconds twice costs nothing.
  backBufferLength: 30,
  maxBufferLength: 12,
  maxMaxBufferLength: 30,
  maxBufferSize: 2_000_000,
};
