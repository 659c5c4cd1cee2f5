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
  testSpeaker: say('Test the loudspeaker', '测试扬声器'),
  playing: say('You should hear two notes…', '你应该会听到两个音…'),
  noTone: say(
    'No sound could be played on this loudspeaker. Choose another one.',
    '此扬声器无法播放声音，请选择其他扬声器。',
  ),
};
