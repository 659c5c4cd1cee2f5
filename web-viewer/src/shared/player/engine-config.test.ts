import { expect, test } from 'vitest';
import { liveConfig, recordedConfig } from './engine-config.js';

const retry = liveConfig.playlistLoadPolicy!.default.errorRetry!;
const response = (code: number) => ({ url: '', data: undefined, code });
const asksAgain = (tries: number, code?: number, hlsWould = false) =>
  retry.shouldRetry!(retry, tries, false, code === undefined ? undefined : response(code), hlsWould);

test('a server that gives no answer at all is asked again, but not for ever', () => {
  expect(asksAgain(0, 0)).toBe(true);
  expect(asksAgain(29, 0)).toBe(true);
  expect(asksAgain(30, 0)).toBe(false);
});

test('what hls.js asks for again anyhow, as after 503, is asked for again', () => {
  expect(asksAgain(3, 503, true)).toBe(true);
});

test('a plain no, and what cannot be read, are not asked for again', () => {
  expect(asksAgain(0, 404)).toBe(false);
  expect(asksAgain(0)).toBe(false);
});

test('parts are treated as playlists are', () => {
  expect(liveConfig.fragLoadPolicy!.default.errorRetry).toBe(retry);
});

test('of a recording a few segments are loaded ahead, whatever its bit rate', () => {
  const { maxBufferLength = 0, maxMaxBufferLength = 0, maxBufferSize = 0 } = recordedConfig;
  // As hls.js reckons it (stream-controller, getMaxBufferLength).
  const ahead = (bitRate: number) =>
    Math.min(Math.max((8 * maxBufferSize) / bitRate, maxBufferLength), maxMaxBufferLength);
  expect(ahead(3_000_000)).toBe(12);
  expect(ahead(150_000)).toBe(30);
});
