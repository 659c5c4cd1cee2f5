import { say } from '../../shared/i18n/say.js';

/** What the host puts above the picture. */
export const switchWords = {
  panel: say('On the picture', '画面信息'),
  hint: say(
    'Drawn by the player above the picture, for viewers and in the recording; everybody may hide it.',
    '由播放器叠加显示，直播和回放均可见，观众可自行隐藏。',
  ),
  names: say('Name of who is in the picture', '画面中人的姓名'),
  title: say(
    (name: string) => `Title of ${name}`,
    (name: string) => `${name} 的头衔`,
  ),
  clock: say('Time of day', '时钟'),
  caption: say('Caption: type a line, Enter shows it', '字幕：输入一行，按回车显示'),
  mark: say('Mark of the station', '台标'),
  markText: say('Its words', '台标文字'),
  picture: say('A picture in their place', '改用图片'),
  otherPicture: say('Another picture', '更换图片'),
};
