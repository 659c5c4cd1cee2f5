import { say } from '../shared/i18n/say.js';

export const words = {
  page: say(
    (title: string) => `${title} · Rostrum`,
    (title: string) => `${title} · Rostrum`,
  ),
  begins: say('Begins in', '距离开播'),
  soon: say('Begins any moment', '即将开播'),
  late: say('It should have begun. It starts here the moment it is on air.', '已到开播时间，开播后会自动播放。'),
  waits: say('Leave this page open: the program starts here by itself.', '请保持此页面打开，开播后会自动播放。'),
  days: say(
    (n: number) => (n === 1 ? '1 day' : `${n} days`),
    (n: number) => `${n} 天`,
  ),
  takes: say(
    (length: string) => `takes ${length}`,
    (length: string) => `时长 ${length}`,
  ),
  zone: say(
    (zone: string) => `your time, ${zone}`,
    (zone: string) => `你所在的时区：${zone}`,
  ),
  calendar: say('Add to calendar', '添加到日历'),
  remind: say('Remind me', '提醒我'),
  reminded: say('You will be reminded', '到时会提醒你'),
  remindedHint: say(
    'This browser tells you 5 minutes before, and when it begins, as long as this page is open.',
    '请保持此页面打开：开播前 5 分钟和开播时，浏览器会各提醒一次。',
  ),
  refused: say(
    'This browser may not show reminders. Put the program into your calendar instead.',
    '浏览器未允许通知。请把节目添加到日历。',
  ),
  inFive: say('Begins in 5 minutes', '5 分钟后开播'),
  begun: say('On air now', '开播了'),
  other: say(
    (title: string) => `Another program is on air in this room: ${title}`,
    (title: string) => `这个会议室正在直播另一个节目：${title}`,
  ),
  watch: say('Watch', '去观看'),
  over: say('This program is over', '这个节目已结束'),
  overHint: say('Its recording, if there is one, is among the recordings.', '如有回放，可在回放列表中找到。'),
  off: say('This program is no longer announced', '这个节目预告已撤下'),
  offHint: say(
    'Its host called it off. See what else is coming up.',
    '主持人取消了这个节目。看看其他预告吧。',
  ),
};
