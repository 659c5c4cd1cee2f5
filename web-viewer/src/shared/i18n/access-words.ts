import { say } from './say.js';

/** Who may watch. */
export const accessWords = {
  title: say('Who may watch', '谁可以观看'),
  public: [
    say('Public', '公开'),
    say('Listed in the directory and the guide. Anybody may watch.', '列入频道目录和节目单，任何人都可以观看。'),
  ],
  unlisted: [
    say('Unlisted', '不公开列出'),
    say('Listed nowhere. Whoever has the link may watch.', '不出现在任何列表中，有链接的人都可以观看。'),
  ],
  private: [
    say('Private', '仅限受邀'),
    say(
      'Listed nowhere. Watching takes the password or your invitation link.',
      '不出现在任何列表中，需要密码或邀请链接才能观看。',
    ),
  ],
  password: say('Password', '密码'),
  newPassword: say('Another password', '更换密码'),
  passwordHint: say(
    'At least 8 characters; longer is safer. Without one, only the invitation link opens it.',
    '至少 8 个字符，越长越安全。不设密码则只能用邀请链接观看。',
  ),
  keepHint: say('Leave it empty to keep the one that is set.', '留空则保留现有密码。'),
  tooShort: say('A password needs at least 8 characters.', '密码至少需要 8 个字符。'),
  saving: say('Saving…', '正在保存…'),
  saved: say(
    'Saved. Whoever watched with an earlier password or invitation has to show the new one.',
    '已保存。之前凭旧密码或旧邀请观看的人需要重新验证。',
  ),
  savedOpen: say('Saved.', '已保存。'),
  recordings: say(
    'This is for the program on air and those to come. What was recorded before stays as it was.',
    '适用于正在直播和以后的节目，之前的回放保持不变。',
  ),
  link: say('Link for viewers', '观众链接'),
  linkHint: say('The address stays the same from program to program.', '每期节目都使用同一地址。'),
  invitation: say('Invitation link', '邀请链接'),
  invitationHint: say(
    'Whoever has it may watch without the password, until you save a change here.',
    '持有者无需密码即可观看，直到你在此保存更改为止。',
  ),
} as const;
