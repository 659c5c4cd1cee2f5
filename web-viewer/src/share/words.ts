import { say } from '../shared/i18n/say.js';

export const words = {
  share: say('Share', '分享'),
  title: say('Share this program', '分享此节目'),
  link: say('Link', '链接'),
  embed: say('Code for another page', '嵌入代码'),
  embedHint: say(
    'Shows the player in any web page that you paste it into.',
    '粘贴到任何网页中即可显示播放器。',
  ),
  scan: say('Scan to watch on a phone', '用手机扫码观看'),
  other: say('Share by another app', '通过其他应用分享'),
  sound: say('Sound only', '仅音频'),
  soundSoon: say('The sound is being prepared…', '正在准备音频…'),
};
