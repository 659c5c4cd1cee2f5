import { say } from '../shared/i18n/say.js';
import { spaced } from '../shared/i18n/spaced.js';

/** Words of the room, once inside. */
export const words = {
  page: say(
    (title: string) => `${title} · Rostrum`,
    (title: string) => `${title} · Rostrum`,
  ),
  room: say('Room', '会议室'),
  stage: say('Picture', '画面'),
  people: say('People', '与会者'),
  peopleCount: say(
    (n: number) => (n === 1 ? '1 person' : `${n} people`),
    (n: number) => `${n} 人`,
  ),
  you: say('you', '你'),
  encoder: say('Encoder', '编码器'),
  away: say('Connection lost, seat kept', '已掉线，等待重连'),
  speaking: say('Speaking', '正在发言'),
  nowSpeaking: say(
    (name: string) => `${name} is speaking`,
    (name: string) => `${spaced(name)}正在发言`.trimStart(),
  ),
  inYourPicture: say('In your picture', '正在你的画面中'),
  microphoneOff: say('Microphone off', '麦克风已关'),
  microphoneOn: say('Microphone on', '麦克风已开'),
  noMicrophone: say('No microphone', '没有麦克风'),
  mutedByHost: say('Muted by the host', '被主持人静音'),
  cameraOff: say('Camera off', '摄像头已关'),
  cameraOn: say('Camera on', '摄像头已开'),
  cameraByHost: say('Camera stopped by the host', '摄像头被主持人关闭'),
  sharing: say('Sharing a screen', '正在共享屏幕'),
  keyFramesEvery: say(
    (seconds: number) =>
      `This encoder sends a key frame every ${seconds} s and does not answer requests: set it to 2 s.`,
    (seconds: number) => `此编码器每 ${seconds} 秒才发送一个关键帧，且不响应请求：请设为 2 秒。`,
  ),
  keyFramesNever: say(
    'This encoder does not answer requests for key frames: set it to one every 2 s.',
    '此编码器不响应关键帧请求：请设为每 2 秒发送一个关键帧。',
  ),
  bFrames: say(
    'This encoder sends B-frames, which cannot be shown in order: set them to 0.',
    '此编码器发送 B 帧，无法按正确顺序显示：请将 B 帧设为 0。',
  ),
  bFramesConverted: say(
    'This encoder sends B-frames: its picture is converted, which costs sharpness and power. Switch B-frames off.',
    '此编码器发送 B 帧：其画面须经转换，会损失清晰度并增加服务器负担。请关闭 B 帧。',
  ),
  keyFramesConverted: say(
    'This encoder sends hardly any key frames: its picture is converted, which costs sharpness and power. Set it to one every 2 s.',
    '此编码器几乎不发送关键帧：其画面须经转换，会损失清晰度并增加服务器负担。请设为每 2 秒发送一个关键帧。',
  ),
  troubleOf: say(
    (name: string, said: string) => `${name}: ${said}`,
    (name: string, said: string) => `${name}：${said}`,
  ),
  choose: say('Choose a picture', '选择画面'),
  watchPerson: say(
    (name: string) => `See ${name}`,
    (name: string) => `查看${spaced(name)}的画面`,
  ),
  assignPerson: say(
    (name: string) => `Show ${name} to everybody`,
    (name: string) => `让所有人看到${spaced(name)}`,
  ),
  followSpeaker: say('Follow the speaker', '跟随发言人'),
  noPicture: say('No picture', '关闭画面'),
  youSee: say(
    (name: string) => `You see ${name}`,
    (name: string) => `你正在看${spaced(name)}`,
  ),
  lockedForYou: say('The host chooses the picture for everybody', '画面由主持人统一选择'),
  lockedForHost: say(
    'Locked: the person you press is shown to everybody',
    '已锁定：点谁，所有人就看到谁',
  ),
  reasonNobody: say(
    'No picture chosen. Press a person to see him or her.',
    '还没有画面。点一位与会者即可观看。',
  ),
  reasonNobodyLocked: say('The host shows no picture right now.', '主持人暂时没有选择画面。'),
  reasonNoPicture: say(
    (name?: string) => (name ? `${name} has no picture right now` : 'There is no picture right now'),
    (name?: string) => (name ? `${spaced(name)}现在没有画面`.trimStart() : '现在没有画面'),
  ),
  reasonCodec: say(
    (name?: string) =>
      `This browser cannot show ${name ? `${name}'s` : 'the'} picture. Try a current Chrome or Edge; in Firefox, switch on the plugin OpenH264.`,
    (name?: string) =>
      `此浏览器无法显示${name ? `${spaced(name)}的` : ''}画面，请使用新版 Chrome 或 Edge；在 Firefox 中请启用 OpenH264 插件。`,
  ),
  reasonWaiting: say('The picture is coming…', '画面加载中…'),
  silentSpeaker: say('Nobody is speaking yet', '还没有人发言'),
  yourPicture: say('Your own picture', '你自己的画面'),
  youAreOnAir: say('You are on air', '你正在播出'),
  onAirNow: say('The room is on air now', '会议室已开播'),
  offAirNow: say('The broadcast has ended', '直播已结束'),
  invite: say('Copy the link for guests', '复制邀请链接'),
  alone: say('Only you are here', '现在只有你一个人'),
  handOf: say(
    (turn: number) => `Hand raised, number ${turn}`,
    (turn: number) => `已举手，第 ${turn} 位`,
  ),
  raisedHand: say(
    (name: string) => `${name} has raised a hand`,
    (name: string) => `${spaced(name)}举手了`.trimStart(),
  ),
  raisedHands: say(
    (n: number) => `${n} hands are raised`,
    (n: number) => `${n} 人已举手`,
  ),
  hostMuted: say(
    'The host has muted you. Raise your hand to ask to speak.',
    '主持人已将你静音。要发言请举手。',
  ),
  hostStillMutes: say(
    'The host has muted you, and your hand is raised: wait until the host lets you speak.',
    '主持人已将你静音。你已举手，请等主持人允许你发言。',
  ),
  maySpeak: say('The host lets you speak again', '主持人已允许你发言'),
  hostStoppedCamera: say(
    'The host has stopped your camera. Raise your hand to ask.',
    '主持人已关闭你的摄像头。如需开启请举手。',
  ),
  mayShow: say('The host lets you use your camera again', '主持人已允许你开启摄像头'),
  connecting: say('Connecting…', '正在连接…'),
  connected: say('Connected', '已连接'),
  reconnectingIn: say(
    (seconds: number) => `Connection lost. Trying again in ${seconds} s`,
    (seconds: number) => `连接中断，${seconds} 秒后重试`,
  ),
  reconnecting: say('Connection lost. Trying again…', '连接中断，正在重试…'),
  lost: say(
    'The connection could not be restored. Check your network.',
    '无法恢复连接，请检查网络。',
  ),
  lostInCrowd: say(
    'Too many came in from your network. Wait a minute, then try again.',
    '你所在的网络加入的人过多，请等一分钟后重试。',
  ),
  crowdIn: say(
    (seconds: number) => `Many are coming in from your network. Trying again in ${seconds} s`,
    (seconds: number) => `你所在的网络有许多人正在加入，${seconds} 秒后重试`,
  ),
  crowd: say(
    'Many are coming in from your network. Trying again…',
    '你所在的网络有许多人正在加入，正在重试…',
  ),
  tryNow: say('Try now', '立即重试'),
  soundBlocked: say('Press to hear the others', '点此听到其他人'),
};

/** The bar at the bottom, and the host's own tools. */
export const barWords = {
  bar: say('Your controls', '控制栏'),
  mute: say('Mute', '静音'),
  unmute: say('Unmute', '取消静音'),
  microphone: say('Turn on', '开启麦克风'),
  stopCamera: say('Stop camera', '关闭摄像头'),
  startCamera: say('Start camera', '开启摄像头'),
  share: say('Share screen', '共享屏幕'),
  stopSharing: say('Stop sharing', '停止共享'),
  raiseHand: say('Raise hand', '举手'),
  lowerHand: say('Lower hand', '放下手'),
  lowerOther: say('Lower the hand', '放下此人的手'),
  more: say('More', '更多'),
  leave: say('Leave', '离开'),
  desk: say('My channel', '我的频道'),
  deskHint: say('Announcements, who may watch, recordings', '预告、观看权限、回放'),
  lock: say('Lock the picture', '锁定画面'),
  unlock: say('Unlock the picture', '解锁画面'),
  goOnAir: say('Go on air', '开播'),
  goOnAirKey: say('Go on air (Shift+B)', '开播（Shift+B）'),
  starting: say('Going on air…', '正在开播…'),
  stop: say('Stop the broadcast', '停播'),
  stopping: say('Stopping…', '正在停播…'),
  stopQuestion: say('Stop the broadcast?', '要停播吗？'),
  stopDetail: say(
    'Viewers see that the program has ended. It stays as a recording. The meeting goes on.',
    '观众会看到节目已结束，节目将保存为回放。会议照常进行。',
  ),
  stopNo: say('Stay on air', '继续直播'),
  interrupted: say(
    'The streaming server cannot be reached. The program is kept here and sent as soon as it is back.',
    '无法连接流媒体服务器。节目暂存于此，恢复后会立即补发。',
  ),
  cardOnAir: say(
    (text: string) => `There is no picture to show: viewers see a card with “${text}”.`,
    (text: string) => `当前没有可播出的画面，观众看到的是写有“${text}”的字卡。`,
  ),
  noCard: say(
    'The card for viewers cannot be drawn: they see “We’ll be right back”. Tell the operator.',
    '无法生成给观众看的字卡，观众看到的是“稍候片刻”。请告知运维人员。',
  ),
  outOfStep: say(
    (name: string) =>
      `Picture and sound of ${name} come more than three seconds apart: viewers do not see them in step. Set the encoder to less delay.`,
    (name: string) => `${spaced(name)}的画面与声音相差超过三秒，观众看到的音画不同步。请减小编码器的延迟。`.trimStart(),
  ),
  notConverted: say(
    (name: string) =>
      `The picture of ${name} cannot be converted for viewers. It is tried again; another browser or encoder may help.`,
    (name: string) => `${spaced(name)}的画面无法转换供观众观看，正在重试。可换用其他浏览器或编码器。`.trimStart(),
  ),
  monitor: say('Viewers see', '观众看到的画面'),
  monitorWaiting: say('The picture is on its way…', '画面加载中…'),
  viewersPage: say('Watch page', '打开观看页'),
  copyViewers: say('Copy its link', '复制观看链接'),
  copyInvitation: say('Copy the invitation', '复制观看邀请'),
  toolsOf: say(
    (name: string) => `Tools for ${name}`,
    (name: string) => `${spaced(name)}的操作`.trimStart(),
  ),
  assign: say('Show to everybody', '让所有人看到'),
  muteOther: say('Mute', '静音'),
  unmuteOther: say('Allow to speak', '允许发言'),
  cameraOther: say('Stop camera', '关闭摄像头'),
  uncameraOther: say('Allow camera', '允许摄像头'),
  remove: say('Remove', '移出'),
  removeQuestion: say(
    (name: string) => `Remove ${name} from the room?`,
    (name: string) => `要将${spaced(name)}移出会议室吗？`,
  ),
  removeDetail: say(
    'The seat is gone at once, and this device stays out for half an hour.',
    '席位会立即收回，该设备半小时内无法再次加入。',
  ),
};

/** How newcomers come in. */
export const doorWords = {
  door: say('Door', '入口'),
  closed: say('Door closed', '入口关闭'),
  closedHint: say('Newcomers wait until you let them in.', '新来的人须等候你允许才能进入。'),
  muted: say('Newcomers muted', '新人静音'),
  waits: say(
    (name: string) => `${name} is waiting at the door`,
    (name: string) => `${spaced(name)}正在等候进入`.trimStart(),
  ),
  manyWait: say(
    (n: number) => `${n} people are waiting at the door`,
    (n: number) => `有 ${n} 人正在等候进入`,
  ),
  waiting: say('Waiting at the door', '等候进入'),
  /** What a button does, and to whom. */
  of: say(
    (what: string, name: string) => `${what}: ${name}`,
    (what: string, name: string) => `${what}：${name}`,
  ),
  admit: say('Let in', '允许进入'),
  turnAway: say('Turn away', '拒绝'),
  forgive: say(
    (n: number) => (n === 1 ? 'Let the removed person come back' : `Let ${n} removed people come back`),
    (n: number) => `允许被移出的 ${n} 人重新加入`,
  ),
};

/** Before entering, and after leaving. */
export const lobbyWords = {
  ready: say('Ready to join?', '准备好了吗？'),
  asHost: say('You join as the host', '你将以主持人身份加入'),
  inside: say(
    (n: number) => (n === 0 ? 'Nobody is inside yet' : n === 1 ? '1 person is inside' : `${n} people are inside`),
    (n: number) => (n === 0 ? '会议室里还没有人' : `会议室里有 ${n} 人`),
  ),
  name: say('Your name', '你的名字'),
  nameHint: say('As the others will see it', '其他人会看到'),
  join: say('Join the room', '加入会议室'),
  joining: say('Joining…', '正在加入…'),
  preview: say('Preview of your camera', '摄像头预览'),
  camera: say('Camera', '摄像头'),
  microphone: say('Microphone', '麦克风'),
  loudspeaker: say('Loudspeaker', '扬声器'),
  noneFound: say('None found', '未找到'),
  systemDefault: say('System default', '系统默认'),
  device: say(
    (kind: string, n: number) => `${kind} ${n}`,
    (kind: string, n: number) => `${kind} ${n}`,
  ),
  level: say('Microphone level', '麦克风音量'),
  cameraIsOff: say('Your camera is off', '你的摄像头已关闭'),
  asking: say('Waiting for your permission…', '正在等待你的许可…'),
  without: say('You can join without; the others will hear and see you when you turn it on.', '也可以先加入，之后再开启。'),
  denied: say(
    (what: string) =>
      `${what}: this page may not use it. Press the symbol left of the address, allow it, then try again.`,
    (what: string) => `${what}：未获许可。请点击地址栏左侧的图标，选择允许，然后重试。`,
  ),
  deniedIn: {
    firefox: say(
      (what: string) =>
        `${what}: this page may not use it. Press the crossed-out symbol left of the address, take the block away, then try again.`,
      (what: string) => `${what}：未获许可。请点击地址栏左侧带斜线的图标，取消阻止，然后重试。`,
    ),
    safari: say(
      (what: string) =>
        `${what}: this page may not use it. In the Safari menu open “Settings for This Website”, allow it, then try again.`,
      (what: string) =>
        `${what}：未获许可。请在“Safari 浏览器”菜单中打开“此网站的设置”，选择允许，然后重试。`,
    ),
    iphone: say(
      (what: string) =>
        `${what}: this page may not use it. Press the symbol in the address bar, open “Website Settings”, allow it, then try again.`,
      (what: string) =>
        `${what}：未获许可。请点按地址栏中的图标，打开“网站设置”，选择允许，然后重试。`,
    ),
    android: say(
      (what: string) =>
        `${what}: this page may not use it. Press the symbol left of the address, open “Permissions” and allow it. If it is missing there, allow the browser in the settings of your phone.`,
      (what: string) =>
        `${what}：未获许可。请点按地址栏左侧的图标，在“权限”中选择允许。若其中没有此项，请在手机设置中允许浏览器使用。`,
    ),
  },
  screenDenied: say(
    'Your system does not let the browser share the screen. Allow it in the system’s privacy settings, then start the browser again.',
    '系统不允许浏览器共享屏幕。请在系统的隐私设置中允许，然后重新启动浏览器。',
  ),
  elsewhere: say(
    'You are in this room already, in another tab. Leave it there first: two of you would hear each other.',
    '你已在另一个标签页中进入此会议室。请先在那里离开，否则两边会互相听到回声。',
  ),
  missing: say(
    (what: string) => `${what}: none was found. Plug one in, then try again.`,
    (what: string) => `${what}：未找到设备。请接入设备后重试。`,
  ),
  busy: say(
    (what: string) => `${what}: another program is using it. Close that program, then try again.`,
    (what: string) => `${what}：正被其他程序占用。请关闭该程序后重试。`,
  ),
  failed: say(
    (what: string) => `${what}: it could not be started. Try again, or choose another one.`,
    (what: string) => `${what}：无法启动。请重试或选择其他设备。`,
  ),
  insecure: say(
    'Browsers give camera and microphone only to https addresses and localhost. You can join to watch and listen.',
    '浏览器只允许 https 地址或 localhost 使用摄像头和麦克风。你仍可加入观看和收听。',
  ),
  waiting: say(
    'The door is closed. Please wait: the host sees that you are here.',
    '入口已关闭。请稍候，主持人会看到你在等候。',
  ),
  crowd: say(
    'Many people are coming in from your network at the moment. Keep this page open: it tries again by itself.',
    '你所在的网络目前有许多人正在加入。请保持此页面打开，将自动重试。',
  ),
  crowdLost: say(
    'Too many people came in from your network. Wait a minute, then join again.',
    '你所在的网络加入的人过多。请等一分钟后再加入。',
  ),
  entered: say('You are in the room', '你已进入会议室'),
  left: say('You have left the room', '你已离开会议室'),
  again: say('Join again', '重新加入'),
  home: say('To the start page', '返回首页'),
  closedRemoved: say('The host has removed you from the room', '主持人已将你移出会议室'),
  closedReplaced: say(
    'You are in this room in another window or on another device',
    '你已在另一个窗口或设备中进入此会议室',
  ),
  closedRoom: say('The room was closed', '会议室已关闭'),
  closedIdle: say('The connection was idle for too long', '连接闲置过久'),
};

/** The panel behind “More”. */
export const moreWords = {
  title: say('Devices and connection', '设备与连接'),
  quality: say('Connection', '连接'),
  roundTrip: say('Round trip', '往返时间'),
  up: say('You send', '上行'),
  down: say('You get', '下行'),
  loss: say('Loss', '丢包'),
  nothing: say('nothing', '无'),
  good: say('The connection is good', '连接良好'),
  fair: say('The connection is fair: pictures may stutter', '连接一般：画面可能卡顿'),
  poor: say('The connection is weak: move closer to the router or stop your camera', '连接较弱：请靠近路由器或关闭摄像头'),
};

/** The sheet of keys. */
export const keyWords = {
  microphone: say('Microphone on or off', '开关麦克风'),
  camera: say('Camera on or off', '开关摄像头'),
  hand: say('Raise or lower your hand', '举手或放下手'),
  share: say('Share your screen, or stop', '共享屏幕或停止共享'),
  onAir: say('Go on air', '开播'),
  react: say('React for a moment', '表情回应'),
  chat: say('Open or close the chat', '打开或关闭聊天'),
  lock: say('Lock or unlock the picture', '锁定或解锁画面'),
  help: say('Show this sheet', '显示此列表'),
};
