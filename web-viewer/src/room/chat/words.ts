import { say } from '../../shared/i18n/say.js';
import { spaced } from '../../shared/i18n/spaced.js';
import type { Reaction } from '../../shared/signal/messages.js';

/** What people write and show. */
export const chatWords = {
  chat: say('Chat', '聊天'),
  chatNew: say(
    (n: number) => (n === 1 ? 'Chat, 1 new message' : `Chat, ${n} new messages`),
    (n: number) => `聊天，${n} 条新消息`,
  ),
  moreNew: say(
    (n: number) => (n === 1 ? 'More, 1 new message in the chat' : `More, ${n} new messages in the chat`),
    (n: number) => `更多，聊天中有 ${n} 条新消息`,
  ),
  wrote: say(
    (name: string) => `${name} has written in the chat`,
    (name: string) => `${spaced(name)}在聊天中发了消息`.trimStart(),
  ),
  wroteMany: say(
    (n: number) => `${n} new messages in the chat`,
    (n: number) => `聊天中有 ${n} 条新消息`,
  ),
  empty: say('Nobody has written yet', '还没有人发言'),
  readers: say('Everybody in the room reads this; the host can save it.', '会议室内所有人可见，主持人可保存。'),
  readersKept: say(
    'Everybody in the room reads this, newcomers too; the host can save it.',
    '会议室内所有人可见，后来加入的人也能看到；主持人可保存。',
  ),
  write: say('Write to everybody', '发消息给所有人'),
  send: say('Send', '发送'),
  hint: say('Enter sends, Shift+Enter begins a new line', 'Enter 发送，Shift+Enter 换行'),
  left: say(
    (n: number) => (n < 0 ? `${-n} characters too many` : `${n} characters left`),
    (n: number) => (n < 0 ? `超出 ${-n} 字` : `还可输入 ${n} 字`),
  ),
  closed: say('Only the host writes at the moment', '目前仅主持人可发言'),
  silenced: say('The host lets you write no more', '主持人已禁止你发言'),
  fresh: say('New messages', '有新消息'),
  earlier: say('Show earlier messages', '显示更早的消息'),
  options: say('Options', '选项'),
  open: say('Everybody may write', '所有人可发言'),
  kept: say('Newcomers see what was written', '新人可看到之前的消息'),
  save: say('Save chat', '保存聊天记录'),
  clear: say('Clear chat', '清空聊天'),
  clearQuestion: say('Clear the chat?', '要清空聊天吗？'),
  clearDetail: say(
    'What was written disappears for everybody. Save it first if you need it.',
    '所有人都将无法再看到已有的消息。如需保留，请先保存。',
  ),
  erase: say(
    (name: string) => `Take back the message of ${name}`,
    (name: string) => `撤回${spaced(name)}的消息`,
  ),
  close: say('Close the chat', '关闭聊天'),
  react: say('React', '表情回应'),
  rename: say('Change your name', '修改名字'),
  silence: say('Stop from writing', '禁止发言'),
  unsilence: say('Allow to write', '允许发送消息'),
  lowerAll: say('Lower all hands', '全部放下手'),
  shows: say(
    (name: string, sign: string) => `${name}: ${sign}`,
    (name: string, sign: string) => `${name}：${sign}`,
  ),
};

/** Each sign: how it is drawn, and what it says. */
export const signs: Readonly<Record<Reaction, { readonly drawn: string; readonly says: ReturnType<typeof say> }>> = {
  'thumbs-up': { drawn: '👍', says: say('Agreed', '赞同') },
  clap: { drawn: '👏', says: say('Applause', '鼓掌') },
  heart: { drawn: '❤️', says: say('Love it', '喜欢') },
  laugh: { drawn: '😂', says: say('Laughing', '大笑') },
  surprise: { drawn: '😮', says: say('Surprised', '惊讶') },
  celebrate: { drawn: '🎉', says: say('Celebrating', '庆祝') },
};
