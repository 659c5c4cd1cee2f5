import { say } from '../shared/i18n/say.js';

export const words = {
  page: say('Rostrum · My channel', 'Rostrum · 我的频道'),
  desk: say('My channel', '我的频道'),
  lead: say(
    'What viewers see of this room, and who may watch.',
    '在这里设定观众能看到什么、谁可以观看。',
  ),
  room: say('To the room', '进入会议室'),
  channel: say('Channel page', '频道页面'),
  notHost: say(
    'Only the host can open this page. Open the host link of this room in this browser first.',
    '只有主持人能打开此页面。请先在此浏览器中打开本会议室的主持人链接。',
  ),
  toStart: say('To the start page', '返回首页'),
};
