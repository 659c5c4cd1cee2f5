import { say } from '../shared/i18n/say.js';

export const words = {
  page: say('Rostrum · Station desk', 'Rostrum · 播控台'),
  desk: say('Station desk', '播控台'),
  lead: say(
    'What the public sees of this room, and who may see it.',
    '公众能看到此会议室的哪些内容，由谁观看，在这里设定。',
  ),
  room: say('To the room', '进入会议室'),
  channel: say('Channel page', '频道页面'),
  channelLink: say('Link for viewers', '观众链接'),
  channelHint: say(
    'The address stays the same from program to program.',
    '每期节目都使用同一地址。',
  ),
  notHost: say(
    'Only the host can open the desk. Open the host link of this room in this browser first.',
    '只有主持人能打开播控台。请先在此浏览器中打开本会议室的主持人链接。',
  ),
  toStart: say('To the start page', '返回首页'),
};
