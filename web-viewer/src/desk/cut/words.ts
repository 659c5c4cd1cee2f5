import { say } from '../../shared/i18n/say.js';

export const words = {
  open: say('Trim, picture, chapters', '剪辑、封面与章节'),
  shut: say('Done', '完成'),
  player: say('The recording', '回放画面'),
  position: say(
    (at: string, all: string) => `${at} of ${all}`,
    (at: string, all: string) => `${at} / ${all}`,
  ),
  earlier: say('Previous key frame', '上一关键帧'),
  later: say('Next key frame', '下一关键帧'),

  trim: say('Trim', '剪去首尾'),
  trimHint: say(
    'Go to a moment and press. The cut is made at the key frame that you then see, so the picture stays as it is.',
    '先定位到某一时刻再按按钮。剪切点会落在随后显示的关键帧上，画质不受影响。',
  ),
  startHere: say('Start here', '从此处开始'),
  endHere: say('End here', '到此处结束'),
  starts: say(
    (at: string) => `Starts at ${at}`,
    (at: string) => `起点 ${at}`,
  ),
  ends: say(
    (at: string) => `Ends at ${at}`,
    (at: string) => `终点 ${at}`,
  ),
  cut: say(
    (length: string) => `Trim to ${length}`,
    (length: string) => `保留 ${length}`,
  ),
  wasCut: say('Trimmed. The rest is kept until you delete it.', '已剪辑。剪去的部分会保留，直到你将其删除。'),
  hidden: say(
    (length: string) => `${length} is cut off. Nobody sees it; you can still have it back.`,
    (length: string) => `已剪去 ${length}。其他人看不到这部分，你仍可恢复。`,
  ),
  undo: say('Undo the trimming', '撤销剪辑'),
  undone: say('All of it is there again.', '已恢复完整回放。'),
  erase: say('Delete the rest for good', '永久删除剪去的部分'),
  eraseQuestion: say('Delete what was cut off?', '删除剪去的部分？'),
  eraseDetail: say(
    'It is taken off the disk and cannot be had back. What is shown now stays as it is.',
    '这部分将从磁盘删除，无法恢复。当前显示的内容保持不变。',
  ),
  erasing: say('What was cut off is being deleted…', '正在删除剪去的部分…'),

  picture: say('Picture', '封面'),
  takePicture: say('Use this picture', '将当前画面设为封面'),
  upload: say('Upload a picture', '上传封面图片'),
  uploadHint: say('JPEG, PNG, GIF or BMP, at most 8 MB', 'JPEG、PNG、GIF 或 BMP，最大 8 MB'),
  automatic: say('Choose automatically', '自动选取'),
  pictured: say('That is its picture now.', '封面已更新。'),

  chapters: say('Chapters', '章节'),
  noChapters: say('There are none yet.', '还没有章节。'),
  chapter: say(
    (number: number) => `Title of chapter ${number}`,
    (number: number) => `第 ${number} 章的标题`,
  ),
  goTo: say(
    (at: string) => `Go to ${at}`,
    (at: string) => `跳到 ${at}`,
  ),
  removeChapter: say(
    (title: string) => `Delete the chapter “${title}”`,
    (title: string) => `删除章节“${title}”`,
  ),
  addChapter: say('Add a chapter here', '在此处添加章节'),
  newChapter: say('New chapter', '新章节'),
  saveChapters: say('Save the chapters', '保存章节'),
  savedChapters: say('The chapters are saved.', '章节已保存。'),
  byTakes: say('By who is on air', '按出镜者自动生成'),
  fullChapters: say('A recording has at most 200 chapters.', '一个回放最多 200 个章节。'),
};
