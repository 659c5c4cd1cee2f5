import { read, write } from '../../shared/keep.js';

/** What a browser can do to a picture or a voice by itself, under its own names (Media Capture and Streams). */
export const EFFECTS = [
  'backgroundBlur',
  'noiseSuppression',
  'voiceIsolation',
  'echoCancellation',
  'autoGainControl',
] as const;

export type Effect = (typeof EFFECTS)[number];

/** What is used of a track. */
export interface Effectual {
  getCapabilities?(): object;
  getSettings(): object;
  getConstraints(): object;
  applyConstraints(constraints: object): Promise<void>;
}

const key = (effect: Effect) => `rostrum.effect.${effect}`;

/** Those that can be switched both ways on this device, in this browser. */
export function offered(track: Effectual | null): Effect[] {
  const can = (track?.getCapabilities?.() ?? {}) as Record<string, unknown>;
  return EFFECTS.filter((effect) => {
    const values = can[effect];
    return Array.isArray(values) && values.includes(true) && values.includes(false);
  });
}

export const isOn = (track: Effectual, effect: Effect): boolean =>
  (track.getSettings() as Record<string, unknown>)[effect] === true;

/** All others stay as they are: what is applied stands for everything that was before. */
export async function switchEffect(
  track: Effectual,
  effect: Effect,
  on: boolean,
  store?: () => Storage,
): Promise<void> {
  await track.applyConstraints({ ...track.getConstraints(), [effect]: on });
  write(key(effect), on ? 'on' : 'off', store);
}

/** A device that was opened anew does as was wished before. */
export async function asWished(track: Effectual, store?: () => Storage): Promise<void> {
  const wished = offered(track).flatMap((effect) => {
    const wish = read(key(effect), store);
    return wish === null || (wish === 'on') === isOn(track, effect) ? [] : [[effect, wish === 'on']];
  });
  if (wished.length === 0) return;
  await track
    .applyConstraints({ ...track.getConstraints(), ...Object.fromEntries(wished) })
    .catch(() => undefined);
}
