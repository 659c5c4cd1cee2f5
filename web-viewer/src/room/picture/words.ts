import { say } from '../../shared/i18n/say.js';

/** Small pictures, and what stands around one's own. */
export const words = {
  showStill: say('Show others a small picture of me', '向其他人显示我的小画面'),
  showStillHint: say(
    'In the list of people, a new one every few seconds, seen only by those in the room.',
    '显示在与会者列表中，每隔几秒更新，仅会议室里的人可见。',
  ),
  noStill: say('No small picture, by choice', '选择不显示小画面'),
  seeCameras: say('Choose the camera by its picture', '按画面选择摄像头'),
  cameras: say('Cameras', '摄像头'),
  effects: say('Picture and voice', '画面与声音'),
  float: say('Picture-in-picture', '画中画'),
  floatUnsupported: say(
    'This page cannot open picture-in-picture in your browser. Look for a symbol on the picture itself.',
    '在你的浏览器中，此页面无法打开画中画。请看看画面上是否有浏览器自带的按钮。',
  ),
  floatNothing: say(
    'There is no picture to float right now. Choose a person first.',
    '现在没有可以悬浮的画面。请先选择一位与会者。',
  ),
  floatFailed: say('The browser refused picture-in-picture. Try again.', '浏览器拒绝了画中画，请重试。'),
};

/** What a browser does by itself. */
export const effectWords = {
  backgroundBlur: say('Blur my background', '虚化背景'),
  noiseSuppression: say('Suppress noise', '抑制噪声'),
  voiceIsolation: say('Only my voice', '只保留人声'),
  echoCancellation: say('Cancel echo', '消除回声'),
  autoGainControl: say('Even out my loudness', '自动调节音量'),
};
