import { expect, test } from 'vitest';
import { playTone } from './tone.js';

/** A sound card of tests: writes down what is played, on what, and whether it was given back. */
function card(refusing = false) {
  const played: number[] = [];
  const told: string[] = [];
  const node = { connect: (next: unknown) => next };
  const context = {
    currentTime: 0,
    destination: node,
    setSinkId: async (device: string) => {
      if (refusing) throw new Error('gone');
      told.push(device);
    },
    resume: async () => void told.push('resumed'),
    close: async () => void told.push('closed'),
    createGain: () => ({
      ...node,
      gain: { setValueAtTime() {}, linearRampToValueAtTime() {} },
    }),
    createOscillator: () => {
      const tone = {
        ...node,
        frequency: { value: 0 },
        onended: () => {},
        start: () => void played.push(tone.frequency.value),
        stop: () => void Promise.resolve().then(() => tone.onended()),
      };
      return tone;
    },
  };
  return { context: context as unknown as AudioContext, played, told };
}

test('two notes come on the loudspeaker that was chosen, and the sound card is given back', async () => {
  const { context, played, told } = card();
  await playTone('usb', context);
  expect(played).toHaveLength(2);
  expect(told).toEqual(['usb', 'resumed', 'closed']);
});

test('without a choice it is the system that chooses', async () => {
  const { context, told } = card();
  await playTone(null, context);
  expect(told).toEqual(['resumed', 'closed']);
});

test('a loudspeaker that is gone is said, and the sound card is given back', async () => {
  const { context, told } = card(true);
  await expect(playTone('usb', context)).rejects.toThrow();
  expect(told).toEqual(['closed']);
});
