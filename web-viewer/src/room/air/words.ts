import { say } from '../../shared/i18n/say.js';

/** On the way on air, on the way off, and after. */
export const airWords = {
  titleHint: say(
    (room: string) => `Left empty, it is “${room}”.`,
    (room: string) => `留空则为“${room}”。`,
  ),
  audienceUnknown: say(
    (why: string) => `${why} Who may watch stays as it was last set.`,
    (why: string) => `${why}观看权限保持上次的设置。`,
  ),
  preview: say('What viewers will see', '观众将看到的画面'),
  previewHint: say('Viewers see what you see.', '你看到的画面，就是观众看到的画面。'),
  previewNothing: say(
    'There is no picture yet. Choose somebody, or turn on your camera.',
    '还没有画面。请选择一位与会者，或开启你的摄像头。',
  ),
  link: say('Link for viewers', '观看链接'),
  linkHint: say('You can send it now: the page waits for the program.', '现在就可以发送，页面会等待开播。'),
  linkHintPassword: say(
    'You can send it now: it asks for the password.',
    '现在就可以发送，打开时需要输入密码。',
  ),
  invitationHint: say(
    'Whoever has it may watch without the password.',
    '持有者无需密码即可观看。',
  ),
  makeInvitation: say('Save and show the invitation link', '保存并显示邀请链接'),
  takesSeconds: say(
    (n: number) => `A countdown of ${n} seconds follows; you can call it back.`,
    (n: number) => `按下后倒计时 ${n} 秒，期间可以取消。`,
  ),
  away: say('There is no connection to the room right now.', '目前与会议室的连接已断开。'),
  countdown: say('Going on air in', '即将开播'),
  countdownSaid: say(
    (n: number, title: string) => `“${title}” goes on air in ${n} seconds. Escape calls it back.`,
    (n: number, title: string) => `“${title}”将在 ${n} 秒后开播，按 Esc 取消。`,
  ),
  callBack: say('Call it back', '取消开播'),
  change: say('Change…', '修改…'),
  calledBack: say('Called back: nothing went on air.', '已取消，没有开播。'),
  broken: say('The countdown was interrupted: nothing went on air.', '倒计时中断，没有开播。'),
  leaveQuestion: say('You are on air', '你正在直播'),
  leaveDetail: say(
    'If you leave, the program ends for all viewers. It stays as a recording.',
    '离开后，所有观众的直播都将结束，节目会保存为回放。',
  ),
  stopAndLeave: say('Stop and leave', '停播并离开'),
  ended: say('The program has ended', '直播已结束'),
  preparing: say('The recording is being made ready…', '正在准备回放…'),
  late: say(
    'The recording takes longer than usual. It will stand at “My channel”.',
    '回放的准备时间比平时长，完成后会出现在“我的频道”中。',
  ),
  ready: say('Recording ready', '回放已就绪'),
  watch: say('Watch', '观看'),
  download: say('Download', '下载'),
  downloadSize: say(
    (size: string) => `Download the MP4, ${size}`,
    (size: string) => `下载 MP4，${size}`,
  ),
  again: say('Go on air again', '重新开播'),
  dismiss: say('Dismiss', '关闭'),
};
