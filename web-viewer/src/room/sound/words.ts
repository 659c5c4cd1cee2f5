import { say } from '../../shared/i18n/say.js';
import { spaced } from '../../shared/i18n/spaced.js';

/** How loud somebody is for everybody. */
export const words = {
  volume: say('Volume for everybody', '所有人听到的音量'),
  volumeOf: say(
    (name: string) => `Volume of ${name} for everybody`,
    (name: string) => `所有人听到${spaced(name)}的音量`,
  ),
  asItComes: say('unchanged', '原始音量'),
  turnedDown: say(
    (decibels: number) => `Turned down by ${decibels} dB for everybody`,
    (decibels: number) => `对所有人调低 ${decibels} dB`,
  ),
  turnedUp: say(
    (decibels: number) => `Turned up by ${decibels} dB for everybody`,
    (decibels: number) => `对所有人调高 ${decibels} dB`,
  ),
  youAreTurnedDown: say(
    (decibels: number) => `The host has turned you down by ${decibels} dB for everybody`,
    (decibels: number) => `主持人已将你的音量调低 ${decibels} dB`,
  ),
  youAreTurnedUp: say(
    (decibels: number) => `The host has turned you up by ${decibels} dB for everybody`,
    (decibels: number) => `主持人已将你的音量调高 ${decibels} dB`,
  ),
  youAreUnchanged: say('You are heard at your own volume again', '你的音量已恢复原样'),
};
