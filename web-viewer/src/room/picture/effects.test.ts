import { beforeEach, expect, test } from 'vitest';
import { asWished, offered, switchEffect, type Effectual } from './effects.js';

const kept = new Map<string, string>();
const store = () =>
  ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }) as unknown as Storage;

/** As browsers do: what is applied replaces all that was before. */
class FakeTrack implements Effectual {
  refusing = false;
  applied = 0;
  constructor(
    private readonly capabilities: object,
    public constraints: Record<string, unknown> = {},
  ) {}
  getCapabilities = () => this.capabilities;
  getSettings = () => this.constraints;
  getConstraints = () => this.constraints;
  async applyConstraints(constraints: object) {
    if (this.refusing) throw new Error('overconstrained');
    this.applied += 1;
    this.constraints = { ...constraints };
  }
}

beforeEach(() => kept.clear());

test('only what can be switched both ways on this device is offered', () => {
  const track = new FakeTrack({
    backgroundBlur: [false, true],
    noiseSuppression: [true],
    echoCancellation: [true, false],
    width: { max: 1280 },
  });
  expect(offered(track)).toEqual(['backgroundBlur', 'echoCancellation']);
  expect(offered(null)).toEqual([]);
  expect(offered({ ...track, getCapabilities: undefined } as unknown as Effectual)).toEqual([]);
});

test('switching one leaves the others, the size and the device as they are', async () => {
  const before = { deviceId: { exact: 'a' }, width: { ideal: 1280 }, echoCancellation: true };
  const track = new FakeTrack({ noiseSuppression: [true, false] }, before);
  await switchEffect(track, 'noiseSuppression', false, store);
  expect(track.constraints).toEqual({ ...before, noiseSuppression: false });
});

test('a device that is opened anew does as was wished, in one go and only where it must', async () => {
  const can = { noiseSuppression: [true, false], autoGainControl: [true, false] };
  const first = new FakeTrack(can, { noiseSuppression: true, autoGainControl: true });
  await switchEffect(first, 'noiseSuppression', false, store);
  await switchEffect(first, 'autoGainControl', false, store);
  const next = new FakeTrack(can, { noiseSuppression: true, autoGainControl: true });
  await asWished(next, store);
  expect(next.constraints).toEqual({ noiseSuppression: false, autoGainControl: false });
  await asWished(next, store);
  expect(next.applied).toBe(1);
});

test('what a device refuses is not kept as a wish, and a refusal keeps nobody from his device', async () => {
  const track = new FakeTrack({ backgroundBlur: [true, false] }, { backgroundBlur: false });
  track.refusing = true;
  await expect(switchEffect(track, 'backgroundBlur', true, store)).rejects.toThrow();
  expect(kept.size).toBe(0);
  kept.set('rostrum.effect.backgroundBlur', 'on');
  await asWished(track, store);
  expect(track.applied).toBe(0);
});
