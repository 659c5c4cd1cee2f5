/** A span of a program with words, as WebVTT writes it: a chapter, or the address of a picture. */
export interface Cue {
  /** Seconds since the program began. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const TIMES = /^((?:\d+:)?\d\d:\d\d\.\d{3})\s+-->\s+((?:\d+:)?\d\d:\d\d\.\d{3})/;

/** Reads the cues of a WebVTT file in their order; what cannot be read is left out. */
export function cues(vtt: string): Cue[] {
  const found: Cue[] = [];
  for (const block of vtt.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => TIMES.test(line));
    const [, start = '', end = ''] = TIMES.exec(lines[at] ?? '') ?? [];
    if (!start) continue;
    const text = lines.slice(at + 1).join(' ').trim();
    found.push({ start: seconds(start), end: seconds(end), text: plain(text) });
  }
  return found;
}

/** The cue that spans a moment; of several the last. */
export function cueAt(all: readonly Cue[], moment: number): Cue | null {
  return all.findLast(({ start, end }) => moment >= start && moment < end) ?? null;
}

function seconds(stamp: string): number {
  return stamp.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Cue text without its tags and escapes. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

/** A picture in a sprite: `sheet.jpg#xywh=0,90,160,90` (Media Fragments URI). */
export interface Tile {
  readonly url: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function tileOf(text: string, base: string): Tile | null {
  const [, path, x, y, width, height] =
    /^(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)$/.exec(text) ?? [];
  if (!path || !URL.canParse(path, base)) return null;
  const url = new URL(path, base);
  if (!/^https?:$/.test(url.protocol)) return null;
  return { url: url.href, x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
}
