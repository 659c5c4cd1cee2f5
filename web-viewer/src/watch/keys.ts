export type Command =
  | 'play'
  | 'resume'
  | 'pause'
  | 'mute'
  | 'full'
  | 'back'
  | 'forward'
  | 'louder'
  | 'softer'
  | 'faster'
  | 'slower'
  | 'captions'
  | 'layer'
  | 'theatre'
  | 'help'
  | 'start'
  | 'end';

/** What a key means for the player; null when it is not for us. */
export function commandOf(key: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  keyCode?: number;
}): Command | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  const coded = codes[key.keyCode ?? 0];
  if (coded) return coded;
  return commands[key.key.length === 1 ? key.key.toLowerCase() : key.key] ?? null;
}

const commands: Record<string, Command | undefined> = {
  ' ': 'play',
  k: 'play',
  m: 'mute',
  f: 'full',
  j: 'back',
  l: 'forward',
  c: 'captions',
  n: 'layer',
  t: 'theatre',
  '?': 'help',
  '>': 'faster',
  '<': 'slower',
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  ArrowUp: 'louder',
  ArrowDown: 'softer',
  Home: 'start',
  End: 'end',
  // A remote control.
  MediaPlayPause: 'play',
  MediaPlay: 'resume',
  MediaPause: 'pause',
  MediaStop: 'pause',
  MediaTrackPrevious: 'start',
  MediaTrackNext: 'end',
  MediaRewind: 'back',
  MediaFastForward: 'forward',
};

/** The same keys of sets that give them no names (HbbTV, webOS, Tizen). */
const codes: Record<number, Command | undefined> = {
  19: 'pause',
  412: 'back',
  413: 'pause',
  415: 'resume',
  417: 'forward',
  10252: 'play',
};

/** A key pressed on a control belongs to that control. */
export function isForControl(path: readonly EventTarget[], key: string): boolean {
  return path.some((target) => {
    if (!(target instanceof Element)) return false;
    if (/^(input|select|textarea)$/.test(target.localName)) return true;
    const pressable =
      /^(button|a|summary)$/.test(target.localName) || target.getAttribute('role') === 'button';
    const slider = target.getAttribute('role') === 'slider';
    return (pressable && key === ' ') || (slider && /^(Arrow|Page|Home$|End$)/.test(key));
  });
}
