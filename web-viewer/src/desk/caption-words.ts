import { say } from '../shared/i18n/say.js';

/** Captions of a recording. */
export const captionWords = {
  captions: say('Captions', '字幕'),
  hint: say(
    'A WebVTT file (.vtt) for each language, at most 1 MB. Every player shows them.',
    '每种语言一个 WebVTT 文件（.vtt），不超过 1 MB，各种播放器均可显示。',
  ),
  language: say('Language', '语言'),
  file: say('File', '文件'),
  remove: say(
    (name: string) => `Remove the captions in ${name}`,
    (name: string) => `删除${name}字幕`,
  ),
  kept: say('The captions are there.', '字幕已添加。'),
  bad: say(
    (why: string) => `This is no WebVTT file that can be shown. ${why}`,
    (why: string) => `无法识别此 WebVTT 文件：${why}`,
  ),
};
