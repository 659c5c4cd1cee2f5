/** What a key does in the room; each has its words in the sheet of keys. */
export type Shortcut = 'microphone' | 'camera' | 'hand' | 'share' | 'lock' | 'help';

/** In the order in which the sheet shows them. */
export const shortcuts: readonly { readonly key: string; readonly does: Shortcut }[] = [
  { key: 'M', does: 'microphone' },
  { key: 'V', does: 'camera' },
  { key: 'H', does: 'hand' },
  { key: 'S', does: 'share' },
  { key: 'L', does: 'lock' },
  { key: '?', does: 'help' },
];

export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'
>;

/** The shortcut of that press; undefined where it is none, or somebody is typing. */
export function shortcutOf(pressed: Pressed, target: unknown): Shortcut | undefined {
  if (pressed.repeat || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  if (writes(target)) return undefined;
  const key = letterOf(pressed);
  if (pressed.shiftKey && key !== '?') return undefined;
  return shortcuts.find((one) => one.key === key)?.does;
}

/** Where a keyboard or an input method has other letters, the place of the key counts. */
export function letterOf({ key, code }: Pick<Pressed, 'key' | 'code'>): string {
  if (/^[a-z?]$/i.test(key)) return key.toUpperCase();
  if (key === '？') return '?';
  return /^Key([A-Z])$/.exec(code)?.[1] ?? key;
}

/** Whether a key that is pressed there is written. */
export const writes = (target: unknown): boolean =>
  /^(INPUT|SELECT|TEXTAREA)$/.test((target as Element | null)?.tagName ?? '') ||
  (target as HTMLElement | null)?.isContentEditable === true;
