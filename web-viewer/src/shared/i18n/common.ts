import { say } from './say.js';

export const common = {
  language: say('Language', '语言'),
  switchLanguage: say('中文', 'English'),
  switchLanguageLabel: say('切换到中文', 'Switch to English'),
  themeDark: say('Use the dark look', '使用深色外观'),
  themeLight: say('Use the light look', '使用浅色外观'),
  onAir: say('On air', '直播中'),
  host: say('Host', '主持人'),
  copy: say('Copy', '复制'),
  copied: say('Copied', '已复制'),
  show: say('Show', '显示'),
  hide: say('Hide', '隐藏'),
  cancel: say('Cancel', '取消'),
  close: say('Close', '关闭'),
  tryAgain: say('Try again', '重试'),
  skip: say('Skip to content', '跳到正文'),
  loading: say('One moment…', '请稍候…'),
  untitled: say('Untitled program', '未命名节目'),
  guide: say('Guide', '节目单'),
  recordings: say('Recordings', '回放'),
  coming: say('Coming up', '节目预告'),
  backToDirectory: say('All channels', '全部频道'),
  behind: say(
    (length: string) => `${length} behind`,
    (length: string) => `延迟${length}`,
  ),
};
