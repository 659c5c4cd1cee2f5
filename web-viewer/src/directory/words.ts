import { say } from '../shared/i18n/say.js';

export const words = {
  page: say('Rostrum · On air', 'Rostrum · 直播'),
  recordingsPage: say('Rostrum · Recordings', 'Rostrum · 回放'),
  onAir: say('On air now', '正在直播'),
  byRoom: say('Recordings of', '会议室'),
  allRooms: say('All rooms', '所有会议室'),
  sorting: say('Order', '排序'),
  newest: say('Newest first', '最新'),
  longest: say('Longest first', '最长'),
  more: say('Show more', '显示更多'),
  noneOfRoom: say('There is no recording of this room.', '此会议室还没有回放。'),
  search: say('Search titles, hosts, descriptions', '搜索标题、主持人和简介'),
  nothingComes: say(
    'Nothing is announced. A host announces programs in his room, at “My channel”.',
    '暂无预告。主持人可在会议室的“我的频道”中发布预告。',
  ),
  takes: say(
    (length: string) => length,
    (length: string) => length,
  ),
  elsewhere: say('Open in other apps:', '用其他应用收看：'),
  calendar: say('Calendar', '日历'),
  views: say('Start page for:', '首页版式：'),
  desktop: say('Desktop', '电脑'),
  phone: say('Phone', '手机'),
  tv: say('TV', '电视'),
  parts: say('Parts of this page', '本页内容'),
  since: say(
    (time: string) => `since ${time}`,
    (time: string) => `${time} 开播`,
  ),
  viewers: say(
    (n: number) => (n === 1 ? '1 viewer' : `${n} viewers`),
    (n: number) => `${n} 位观众`,
  ),
  watch: say(
    (title: string) => `Watch ${title}`,
    (title: string) => `观看《${title}》`,
  ),
  nobody: say('Nobody is on air right now', '现在没有直播'),
  nobodyHint: say(
    'This page shows a program the moment it starts. Meanwhile there are the recordings below.',
    '节目一开播就会出现在这里。现在可以先看看下面的回放。',
  ),
  first: say(
    'This page shows a program the moment it starts. Open your room, press “Go on air”, and be the first.',
    '节目一开播就会出现在这里。打开你的会议室，点“开播”，做第一个吧。',
  ),
  noRecordings: say(
    'No recordings yet. Every program is kept here when it ends.',
    '还没有回放。节目结束后会保存在这里。',
  ),
  nothingFound: say(
    (what: string) => `Nothing matches “${what}”. Try fewer or other words.`,
    (what: string) => `没有与“${what}”相符的节目，请换个词试试。`,
  ),
  found: say(
    (n: number) => (n === 1 ? '1 program found' : `${n} programs found`),
    (n: number) => `找到 ${n} 个节目`,
  ),
  unreachable: say(
    'The list is not live right now: the server cannot be reached. Trying again by itself.',
    '暂时无法连接服务器，列表不是最新的。正在自动重试。',
  ),
  started: say(
    (title: string) => `${title} is on air now`,
    (title: string) => `《${title}》开播了`,
  ),
};
