import { say } from '../shared/i18n/say.js';

export const words = {
  page: say('Rostrum · Your room', 'Rostrum · 你的会议室'),
  claim: say('A meeting that goes on air', '一键开播的会议'),
  lead: say(
    'Meet in a room. Press “Go on air”, and the same room is a live channel that anybody can watch in a browser.',
    '在会议室里开会。点“开播”，会议室就成了直播频道，任何人用浏览器就能观看。',
  ),
  make: say('Make a room', '新建会议室'),
  title: say('What is the room called?', '会议室叫什么？'),
  titleHint: say('For example: Town hall', '例如：市民大会'),
  makeButton: say('Make the room', '新建'),
  making: say('Making the room…', '正在新建…'),
  titleMissing: say('Please give the room a name.', '请给会议室起个名字。'),
  join: say('Join a room', '加入会议室'),
  link: say('Link or id of the room', '会议室链接或编号'),
  linkHint: say('Paste the link you were sent', '粘贴你收到的链接'),
  joinButton: say('Go to the room', '进入会议室'),
  linkWrong: say(
    'This is not a link to a room. It should look like …/r/name-of-the-room.',
    '这不是会议室链接。链接应形如 …/r/会议室编号。',
  ),
  known: say('Your rooms on this device', '此设备上的会议室'),
  enter: say('Enter', '进入'),
  enterNamed: say(
    (title: string) => `Enter ${title}`,
    (title: string) => `进入“${title}”`,
  ),
  back: say('Back to the room', '返回会议室'),
  backNamed: say(
    (title: string) => `Back to the room: ${title}`,
    (title: string) => `返回会议室：${title}`,
  ),
  watchPage: say('Watch page', '观看页'),
  details: say('Links', '链接'),
  detailsNamed: say(
    (title: string) => `Links of ${title}`,
    (title: string) => `“${title}”的链接`,
  ),
  desk: say('Channel', '频道'),
  deskNamed: say(
    (title: string) => `Channel of ${title}`,
    (title: string) => `“${title}”的频道`,
  ),
  forget: say('Forget', '移除'),
  forgetNamed: say(
    (title: string) => `Forget ${title} on this device`,
    (title: string) => `在此设备上移除“${title}”`,
  ),
  forgetQuestion: say(
    (title: string) =>
      `Forget “${title}” on this device? Without the host link you cannot host this room again.`,
    (title: string) => `要在此设备上移除“${title}”吗？没有主持人链接，你将无法再主持此会议室。`,
  ),
  asHost: say('You are the host', '你是主持人'),
  asGuest: say('Visited as a guest', '曾以访客身份加入'),
  ready: say(
    (title: string) => `“${title}” is ready`,
    (title: string) => `“${title}”已就绪`,
  ),
  guestLink: say('Link for guests', '邀请链接'),
  guestLinkHint: say('Send it to everybody you want to meet.', '发给你想邀请的所有人。'),
  hostLink: say('Host link', '主持人链接'),
  hostLinkHint: say(
    'Keep it: whoever has it is the host.',
    '请妥善保存：持有者即为主持人。',
  ),
  enterAsHost: say('Enter as host', '以主持人身份进入'),
  encoder: say('Bring in OBS or ffmpeg', '接入 OBS 或 ffmpeg'),
  encoderHint: say(
    'An encoder joins the room like a person, by WHIP. In OBS: Settings, Stream, Service “WHIP”.',
    '编码器通过 WHIP 像普通与会者一样加入会议室。OBS：设置 → 直播 → 服务选择“WHIP”。',
  ),
  whip: say('Server (WHIP address)', '服务器（WHIP 地址）'),
  token: say('Bearer token', 'Bearer 令牌'),
  ffmpeg: say('The same with ffmpeg 8', '用 ffmpeg 8 接入'),
};
