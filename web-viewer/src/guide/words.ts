import { say } from '../shared/i18n/say.js';

export const words = {
  page: say('Rostrum · Guide', 'Rostrum · 节目单'),
  earlier: say('Earlier', '往前'),
  now: say('Now', '现在'),
  later: say('Later', '往后'),
  room: say('Room', '会议室'),
  keys: say(
    'Arrow keys move, Enter or OK opens, Home returns to now.',
    '方向键移动，回车或 OK 键打开，Home 键回到现在。',
  ),
  nothing: say('Nothing in these hours', '这段时间没有节目'),
  nothingHint: say('Look earlier or later.', '可以往前或往后看看。'),
  was: say('Recording', '回放'),
  span: say(
    (from: string, to: string) => `${from} – ${to}`,
    (from: string, to: string) => `${from} – ${to}`,
  ),
  since: say(
    (from: string) => `since ${from}`,
    (from: string) => `${from} 开播`,
  ),
  unreachable: say(
    'The guide cannot be loaded right now. Trying again by itself.',
    '暂时无法加载节目单，正在自动重试。',
  ),
};
