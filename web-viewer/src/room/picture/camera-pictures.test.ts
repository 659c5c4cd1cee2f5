import { expect, test } from 'vitest';
import { lookThrough, type Cameras } from './camera-pictures.js';

class FakeTrack {
  stopped = false;
  constructor(readonly deviceId: string) {}
  getSettings = () => ({ deviceId: this.deviceId });
  stop = () => void (this.stopped = true);
}

const asTrack = (track: FakeTrack) => track as unknown as MediaStreamTrack;

/** Says which tracks were open at the same time. */
function bench(broken: readonly string[] = [], dark: readonly string[] = []) {
  const opened: FakeTrack[] = [];
  let most = 0;
  const cameras: Cameras = {
    async open(device) {
      if (broken.includes(device)) throw new Error('in use');
      const track = new FakeTrack(device);
      opened.push(track);
      most = Math.max(most, opened.filter(({ stopped }) => !stopped).length);
      return asTrack(track);
    },
    async snap(track) {
      const { deviceId } = track.getSettings();
      if (dark.includes(deviceId ?? '')) throw new Error('no picture');
      return `picture of ${deviceId}`;
    },
  };
  const seen: [string, string | null][] = [];
  const see = (device: string, picture: string | null) => void seen.push([device, picture]);
  return { cameras, opened, seen, see, most: () => most };
}

test('each camera is seen, one after the other, and let go at once', async () => {
  const { cameras, opened, seen, see, most } = bench();
  await lookThrough(['a', 'b', 'c'], null, cameras, see);
  expect(seen).toEqual(['a', 'b', 'c'].map((id) => [id, `picture of ${id}`]));
  expect(opened.every(({ stopped }) => stopped)).toBe(true);
  expect(most()).toBe(1);
});

test('the one that is open already is seen as it is, and stays open', async () => {
  const current = new FakeTrack('b');
  const { cameras, opened, seen, see } = bench();
  await lookThrough(['a', 'b'], asTrack(current), cameras, see);
  expect(opened.map(({ deviceId }) => deviceId)).toEqual(['a']);
  expect(current.stopped).toBe(false);
  expect(seen[1]).toEqual(['b', 'picture of b']);
});

test('a camera that cannot be had, or shows nothing, keeps nobody else from being seen', async () => {
  const { cameras, opened, seen, see } = bench(['a'], ['b']);
  await lookThrough(['a', 'b', 'c'], null, cameras, see);
  expect(seen).toEqual([
    ['a', null],
    ['b', null],
    ['c', 'picture of c'],
  ]);
  expect(opened.every(({ stopped }) => stopped)).toBe(true);
});
