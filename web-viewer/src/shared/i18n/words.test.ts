import { expect, test } from 'vitest';

const files = import.meta.glob<string>(['../../**/*.ts', '!../../**/*.test.ts', '!../../testing/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What a file says: its texts, without comments, names of modules and what is put in. */
function texts(source: string): string[] {
  const code = source.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*(\/\/|import ).*$/gm, '');
  return (code.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? []).map((text) =>
    text.slice(1, -1).replace(/\$\{[^}]*\}/g, '…'),
  );
}

const sayings = Object.entries(files)
  .filter(([, source]) => /\bsay\b.*from/.test(source))
  .map(([name, source]) => [name.replace('../../', ''), texts(source)] as const);

/** Words that users did not understand, and what is said instead. */
const old: readonly (readonly [RegExp, string])[] = [
  [/\bWhat comes\b/, 'Coming up'],
  [/\b[Ii]n other programs\b/, 'Open in other apps'],
  [/\bAhead in store\b/i, 'Buffered'],
  [/\bFrames left out\b/i, 'Dropped frames'],
  [/\bMP4 as it was\b/i, 'Original MP4'],
  [/\bMP4 of one size\b/i, 'Convert to one resolution'],
  [/\bsystem.s choice\b/i, 'System default'],
  [/\bLive talk\b/i, 'Low delay'],
  [/\bUndo mute\b/i, 'Allow to speak'],
  [/reaches a server by itself/i, '(nothing)'],
  [/\bStation desk\b/i, 'My channel'],
  [/过客/, '访客、邀请链接'],
  [/正在直播画面中/, '你正在播出'],
  [/选看|不看画面/, '选择画面、关闭画面'],
  [/指定/, '让所有人看到'],
  [/^管理/, '…的操作'],
  [/你的控制/, '控制栏'],
  [/公众/, '观众'],
  [/马上就来|马上回来/, '画面加载中…、稍候片刻'],
  [/保留席位/, '已掉线，等待重连'],
  [/^里面还没有人/, '会议室里还没有人'],
  [/准备加入？/, '准备好了吗？'],
  [/(?<!公开)不列出/, '不公开列出'],
  [/在其他程序中/, '用其他应用收看：'],
  [/首页适用于/, '首页版式：'],
  [/^更[早晚]$/, '往前、往后'],
  [/统一尺寸|画面尺寸/, '固定分辨率、分辨率'],
  [/靠近网络/, '靠近路由器'],
];

test('the words of all pages are looked at', () => {
  expect(sayings.length).toBeGreaterThan(12);
  expect(sayings.flatMap(([, all]) => all).length).toBeGreaterThan(600);
});

test.each(sayings)('%s has none of the words that were given up', (_, all) => {
  const found = all.flatMap((text) =>
    old.filter(([word]) => word.test(text)).map(([, instead]) => `${text} → ${instead}`),
  );
  expect(found).toEqual([]);
});

test.each(sayings)('in %s a space stands between Chinese and Latin', (_, all) => {
  const han = '[\\u4e00-\\u9fff]';
  const latin = '[A-Za-z0-9]';
  const close = new RegExp(`${han}${latin}|${latin}${han}`);
  expect(all.filter((text) => close.test(text))).toEqual([]);
});

test.each(sayings.filter(([name]) => name.startsWith('room/')))(
  '%s calls no program public: it may be private',
  (_, all) => {
    expect(all.filter((text) => /\b[Pp]ublic\b|公开/.test(text))).toEqual([]);
  },
);
