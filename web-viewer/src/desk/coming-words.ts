import { say } from '../shared/i18n/say.js';

export const words = {
  lead: say(
    'Announced programs stand in the directory, the guide and people’s calendars.',
    '预告会显示在频道目录、节目单和观众的日历中。',
  ),
  none: say('Nothing is announced.', '暂无预告。'),
  add: say('Announce a program', '发布预告'),
  change: say('Change', '修改'),
  removeAsk: say(
    (title: string) => `Delete “${title}”?`,
    (title: string) => `删除“${title}”？`,
  ),
  removeHint: say(
    'It disappears from directory, guide and calendars.',
    '它将从目录、节目单和日历中消失。',
  ),
  at: say('Begins', '开始时间'),
  minutes: say('Expected length in minutes', '预计时长（分钟）'),
  picture: say('Picture', '图片'),
  pictureHint: say('JPEG, PNG, GIF or BMP, up to 8 MB.', '支持 JPEG、PNG、GIF、BMP，最大 8 MB。'),
  save: say('Announce', '发布'),
  saveChange: say('Save the change', '保存修改'),
  saved: say('Announced', '已发布'),
  removed: say('Deleted', '已删除'),
  noTime: say('Choose when it begins.', '请选择开始时间。'),
};
