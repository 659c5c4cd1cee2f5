import { say } from '../shared/i18n/say.js';

export const recordingWords = {
  none: say(
    'There is no recording yet. When a program ends, it is here at once.',
    '还没有回放。节目结束后会立即出现在这里。',
  ),
  removeQuestion: say(
    (name: string) => `Delete “${name}”?`,
    (name: string) => `删除“${name}”？`,
  ),
  removeDetail: say(
    'The recording, its pictures and downloads are gone for everybody. This cannot be undone.',
    '该回放及其图片和下载文件将对所有人消失，且无法恢复。',
  ),
  removeYes: say('Delete the recording', '删除回放'),
  removed: say('The recording was deleted.', '回放已删除。'),
  seenHint: say(
    'Private takes the password or invitation of your channel.',
    '“仅限受邀”需要频道的密码或邀请链接。',
  ),
  saved: say('Saved.', '已保存。'),
  properties: say('Properties', '属性'),
  size: say('Resolution', '分辨率'),
  rate: say('Pictures per second', '帧率'),
  bits: say('Bit rate', '码率'),
  codecs: say('Codecs', '编码'),
  bytes: say('Size of the MP4', 'MP4 大小'),
  asItWas: say(
    (size: string) => `Original MP4, ${size}`,
    (size: string) => `原始 MP4，${size}`,
  ),
  order: say('Convert to one resolution', '转为固定分辨率 MP4'),
  orderHint: say(
    'For players and editors that cannot follow a change of resolution. Done in the background.',
    '适用于不支持分辨率变化的播放器和剪辑软件，在后台转换。',
  ),
  failed: say('The conversion failed. Try once more.', '转换失败，请重试。'),
  making: say('The MP4 is being converted', '正在转换 MP4'),
  waiting: say<[number]>('Waiting for its turn', '正在排队'),
  percent: say(
    (percent: number) => `${percent}% done`,
    (percent: number) => `已完成 ${percent}%`,
  ),
  oneSize: say('MP4 in one resolution', '固定分辨率 MP4'),
  made: say('The MP4 is ready.', 'MP4 已转换完成。'),
};
