export type Command =
  | 'play'
  | 'mute'
  | 'full'
  | 'back'
  | 'forward'
  | 'louder'
  | 'softer'
  | 'faster'
  | 'slower'
  | 'captions'
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
}): Command | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
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
  MediaRewind: 'back',
  MediaFastForward: 'forward',
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
