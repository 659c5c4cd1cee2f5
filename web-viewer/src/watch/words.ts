import { common } from '../shared/i18n/common.js';
import { say } from '../shared/i18n/say.js';

export const words = {
  page: say(
    (title: string) => `${title} · Rostrum`,
    (title: string) => `${title} · Rostrum`,
  ),
  player: say('Player', '播放器'),
  waiting: say('Not on air yet', '尚未开播'),
  waitingHint: say(
    'Leave this page open: the program starts here by itself. If it should be on air already, check the link for a typing mistake.',
    '请保持此页面打开，开播后会自动播放。如果节目应已开播，请检查链接是否有误。',
  ),
  ended: say('The program has ended', '节目已结束'),
  watchRecording: say('Watch the recording', '观看回放'),
  endedHint: say(
    'If it goes on air again, it starts here by itself.',
    '如果再次开播，这里会自动播放。',
  ),
  missing: say('There is no such recording', '没有这个回放'),
  missingHint: say(
    'It may have been removed. Look at what else there is.',
    '可能已被删除，请看看其他节目。',
  ),
  trouble: say(
    'The server cannot be reached. Trying again by itself.',
    '无法连接服务器，正在自动重试。',
  ),
  live: say('Live', '直播'),
  goLive: say('Go to live', '回到直播'),
  fromStart: say('From the beginning', '从头观看'),
  rewound: say('Rewind', '回看'),
  seek: say('Position in the program', '节目进度'),
  moment: say(
    (at: string, end: string) => `${at} of ${end}`,
    (at: string, end: string) => `${at}，共 ${end}`,
  ),
  atLive: say('You watch live', '正在观看直播'),
  latency: say('How the program comes', '播放方式'),
  lowLatency: say('Low delay', '低延迟'),
  smooth: say('Smooth', '流畅'),
  lowLatencyHint: say(
    'Least delay, for talking back and forth; the picture may jump on a weak network.',
    '延迟最低，适合互动；网络不佳时画面可能跳动。',
  ),
  smoothHint: say(
    'A little later; the picture waits rather than jumps.',
    '稍有延迟，画面更稳定。',
  ),
  playsLow: say('Plays with low delay', '低延迟播放'),
  playsSmooth: say('Plays smoothly', '流畅播放'),
  playsBehind: say(
    (name: string, behind: string) => `${name}, ${behind}`,
    (name: string, behind: string) => `${name}，${behind}`,
  ),
  connecting: say('Connecting…', '正在连接…'),
  blocked: say(
    'Low delay does not pass this network. It is tried again by itself.',
    '当前网络无法使用低延迟播放，将自动重试。',
  ),
  full: say(
    'All places for low delay are taken. It is tried again by itself.',
    '低延迟播放名额已满，将自动重试。',
  ),
  crowd: say(
    'Many in your network asked for low delay at once. It is tried again by itself.',
    '你所在的网络同时请求低延迟播放的人较多，将自动重试。',
  ),
  unable: say(
    'This browser cannot play with low delay.',
    '此浏览器不支持低延迟播放。',
  ),
  away: say(
    'The server gives no low delay right now. It is tried again by itself.',
    '服务器暂时无法提供低延迟播放，将自动重试。',
  ),
  broken: say(
    'Smooth playback cannot be loaded: low delay helps out.',
    '流畅播放暂时无法加载，已改用低延迟播放。',
  ),
  since: say(
    (time: string) => `on air since ${time}`,
    (time: string) => `${time} 开播`,
  ),
  viewers: say(
    (n: number) => (n === 1 ? '1 viewer' : `${n} viewers`),
    (n: number) => `${n} 位观众`,
  ),
  nowOnAir: say(
    (name: string) => `In the picture: ${name}`,
    (name: string) => `画面：${name}`,
  ),
  quality: say('Quality', '画质'),
  details: say('Details', '详细信息'),
  delay: say('Delay', '延迟'),
  resolution: say('Resolution', '分辨率'),
  buffered: say('Buffered', '已缓冲'),
  dropped: say('Dropped frames', '丢帧'),
  seconds: say(
    (n: string) => `${n} s`,
    (n: string) => `${n} 秒`,
  ),
  download: say(
    (size: string) => `Download MP4 (${size})`,
    (size: string) => `下载 MP4（${size}）`,
  ),
  length: say('Length', '时长'),
  recordedAt: say('Recorded', '录制于'),
  size: say('Size', '大小'),
  unmute: say('Press for sound', '点此打开声音'),
  captions: say('Captions', '字幕'),
  keys: common.keys,
  settings: say('Settings', '设置'),
  chapters: say('Chapters', '章节'),
  back: say('10 seconds back', '后退 10 秒'),
  forward: say('10 seconds forward', '前进 10 秒'),
  speed: say('Speed', '播放速度'),
  speedAtEdge: say('Live there is one speed: go back to change it.', '直播只能以正常速度播放，回看时可以调整。'),
  theatre: say('Theatre mode', '剧场模式'),
  layer: say('Names on the picture', '画面字幕条'),
  remote: say('Play on another screen', '投放到其他屏幕'),
  pictureInPicture: say('Picture in picture', '画中画'),
  moreOfRoom: say('More from this room', '此会议室的更多回放'),
};

/** What the keys do. */
export const keyWords = {
  space: say('Space', '空格'),
  play: say('Play or pause', '播放或暂停'),
  volume: say('Louder or softer', '调节音量'),
  mute: say('Sound on or off', '开关声音'),
  full: say('Full screen', '全屏'),
  captions: say('Captions, if there are any', '字幕（如有）'),
  layer: say('Names on the picture, on or off', '显示或隐藏字幕条'),
  speed: say('Slower or faster', '放慢或加快'),
  start: say('To the beginning', '回到开头'),
  end: say('To the end', '跳到结尾'),
  help: say('This list', '显示此列表'),
};

/** Above the picture. */
export const layerWords = {
  layer: say('On the picture', '画面信息'),
  asks: say(
    (name: string) => `${name} asks`,
    (name: string) => `${name} 提问`,
  ),
};

/** Before a private program. */
export const passwordWords = {
  title: say('This program is private', '此节目仅限受邀观众'),
  hint: say(
    'Enter the password that the host gave you, or open your invitation link.',
    '请输入主持人给你的密码，或打开邀请链接。',
  ),
  password: say('Password', '密码'),
  missing: say('Please enter the password.', '请输入密码。'),
  open: say('Watch', '观看'),
  asking: say('One moment…', '请稍候…'),
};
