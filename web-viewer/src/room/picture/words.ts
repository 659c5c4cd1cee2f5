import { say } from '../../shared/i18n/say.js';

/** Small pictures, and what stands around one's own. */
export const words = {
  showStill: say('Show others a small picture of me', '向其他人显示我的小画面'),
  showStillHint: say(
    'In the list of people, a new one every few seconds, seen only by those in the room.',
    '显示在与会者列表中，每隔几秒更新，仅会议室里的人可见。',
  ),
  noStill: say('No small picture, by choice', '选择不显示小画面'),
};
