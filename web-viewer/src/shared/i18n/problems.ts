import type { Problem } from '../api/problem.js';
import { language, t } from './language.js';
import { say, type Saying } from './say.js';

/** What the servers refuse, in the user's words: what happened and what to do. */
const known: Record<string, Saying<[]>> = {
  'bad-message': say(
    'The server did not understand this page. Reload it and try again.',
    '服务器无法理解此页面的请求。请刷新页面后重试。',
  ),
  'unknown-room': say(
    'There is no such room. Check the link, or make a room of your own.',
    '没有这个会议室。请检查链接，或新建一个会议室。',
  ),
  'unknown-participant': say('This person is no longer in the room.', '此人已不在会议室中。'),
  'not-host': say('Only the host can do this.', '只有主持人可以这样做。'),
  'bad-host-key': say(
    'This host link is not valid for this room. Join as a guest, or ask for the right link.',
    '此主持人链接对本会议室无效。请以访客身份加入，或索取正确的链接。',
  ),
  locked: say(
    'The host has locked the picture; everybody sees the same.',
    '主持人已锁定画面，所有人看到相同的画面。',
  ),
  removed: say(
    'The host has removed you from this room. Ask the host to let you in again.',
    '主持人已将你移出此会议室，请联系主持人让你重新加入。',
  ),
  'not-admitted': say(
    'Nobody let you in. Try again later, or ask the host.',
    '未获允许进入。请稍后再试，或联系主持人。',
  ),
  'muted-by-host': say(
    'The host has muted you. Only the host can undo this.',
    '主持人已将你静音，只有主持人可以取消。',
  ),
  'chat-closed': say('Only the host writes in the chat at the moment.', '目前仅主持人可在聊天中发言。'),
  silenced: say(
    'The host lets you write no more. Raise your hand to ask.',
    '主持人已禁止你发言。如需发言请举手。',
  ),
  'too-large': say('This is too long. Shorten it, then try again.', '内容过长，请缩短后重试。'),
  'not-locked': say(
    'The picture is not locked: lock it first, then choose whom everybody sees.',
    '画面尚未锁定：请先锁定，再选择让所有人看到谁。',
  ),
  'not-joined': say('You are not in the room. Join again.', '你不在会议室中，请重新加入。'),
  'already-joined': say('You are in the room already.', '你已在会议室中。'),
  'room-full': say(
    'The room is full. Try again when somebody has left.',
    '会议室已满，请等有人离开后再试。',
  ),
  'bad-offer': say(
    'The server cannot connect to this browser. Try a current Chrome, Edge, Firefox or Safari.',
    '服务器无法与此浏览器建立连接。请使用新版 Chrome、Edge、Firefox 或 Safari。',
  ),
  'name-missing': say('Please enter your name.', '请输入你的名字。'),
  'broadcast-failed': say(
    'The program could not go on air: the streaming server did not accept it. Try again in a moment.',
    '无法开播：流媒体服务器未接受节目。请稍后重试。',
  ),
  'no-station': say(
    'No streaming server is set up here, so there is no channel. Ask the operator.',
    '这里没有配置流媒体服务器，因此没有频道。请联系运维人员。',
  ),
  'bad-token': say(
    'The right to do this has run out. Reload the page and try again.',
    '操作权限已失效。请刷新页面后重试。',
  ),
  'bad-origin': say(
    'This page was opened at another address than the server knows. Open it at the address that the operator gave.',
    '此页面的网址不是服务器所知的网址。请使用运维人员提供的网址打开。',
  ),
  'wrong-password': say(
    'This is not the password. Ask the host for the right one.',
    '密码不正确，请向主持人确认。',
  ),
  'bad-invitation': say(
    'This invitation is no longer valid. Ask the host for a new one, or enter the password.',
    '此邀请已失效。请向主持人索取新的邀请，或输入密码。',
  ),
  'storage-full': say(
    'The disk of the server is full. Ask the operator to make room, then try again.',
    '服务器磁盘已满。请联系运维人员清理空间后重试。',
  ),
  'layer-full': say(
    'Too much was switched above the picture of this program. Nothing more can be changed.',
    '本次节目的画面信息更改次数已达上限，无法继续更改。',
  ),
  'too-many-captions': say(
    'There are captions in eight languages already. Remove one first.',
    '已有八种语言的字幕，请先删除一种。',
  ),
  'too-many-announcements': say(
    'Too many programs are announced. Delete one of them first.',
    '预告的节目过多，请先删除一个。',
  ),
  'picture-too-large': say(
    'This picture is too large. Choose a smaller one.',
    '图片过大，请选择较小的图片。',
  ),
  'bad-picture': say(
    'This picture cannot be read. Choose a JPEG, PNG, GIF or BMP picture.',
    '无法读取此图片。请选择 JPEG、PNG、GIF 或 BMP 图片。',
  ),
  'being-erased': say(
    'What was cut off is being deleted for good. Try again in a while.',
    '剪去的部分正在永久删除，请稍后重试。',
  ),
  'no-picture': say(
    'There is no picture at that moment. Choose another one.',
    '该时刻没有画面，请选择其他时刻。',
  ),
  internal: say(
    'Something went wrong in the server. Try again in a moment.',
    '服务器内部出错，请稍后重试。',
  ),
  private: say(
    'This is private: it takes the password or an invitation.',
    '此内容不公开，需要密码或邀请。',
  ),
  'not-on-air': say('This channel is not on air.', '此频道当前没有直播。'),
  unreachable: say(
    'The server cannot be reached. Check your connection and try again.',
    '无法连接服务器。请检查网络后重试。',
  ),
};

/** What one address did too often; each takes other words. */
export type TooMany = 'tries' | 'rooms' | 'passwords' | 'talk';

const tooMany: Record<TooMany, Saying<[string]>> = {
  tries: say(
    (when: string) => `Too many tries came from your network. Try again ${when}.`,
    (when: string) => `你所在的网络尝试次数过多，请${when}重试。`,
  ),
  rooms: say(
    (when: string) => `Many rooms were made from your network just now. Try again ${when}.`,
    (when: string) => `你所在的网络刚刚新建了许多会议室，请${when}重试。`,
  ),
  talk: say(
    (when: string) => `That was too much at once. Try again ${when}.`,
    (when: string) => `操作过于频繁，请${when}重试。`,
  ),
  passwords: say(
    (when: string) => `Too many passwords were tried from your network. Try again ${when}.`,
    (when: string) => `你所在的网络尝试密码的次数过多，请${when}重试。`,
  ),
};

const inSeconds = say(
  (n: number) => (n === 1 ? 'in a second' : `in ${n} seconds`),
  (n: number) => `在 ${n} 秒后`,
);
const inAWhile = say('in a minute', '稍后');

/**
 * Our own words where we have them, else the server's, else something that still helps.
 *
 * @param often what was done too often, should that be the reason
 */
export function explain(problem: Problem, often: TooMany = 'tries'): string {
  if (problem.code === 'too-many-requests') {
    return t(tooMany[often], problem.wait ? t(inSeconds, problem.wait) : t(inAWhile));
  }
  const saying = known[problem.code];
  if (saying) return t(saying);
  if (language() === 'en' && problem.detail) return problem.detail;
  return t(unexpected, problem.detail || problem.title || problem.code);
}

const unexpected = say(
  (detail: string) => `Something went wrong: ${detail}. Try again.`,
  (detail: string) => `出错了：${detail}。请重试。`,
);
