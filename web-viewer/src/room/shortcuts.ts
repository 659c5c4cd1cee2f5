import type { Right } from '../shared/signal/messages.js';

/** What a key does in the room; each has its words in the sheet of keys. */
export type Shortcut = 'microphone' | 'camera' | 'hand' | 'share' | 'react' | 'chat' | 'lock' | 'help';

interface Key {
  readonly key: string;
  readonly does: Shortcut;
  /** Whose it is; everybody's where nothing is said. */
  readonly right?: Right;
}

/** In the order in which the sheet shows them. */
export const shortcuts: readonly Key[] = [
  { key: 'M', does: 'microphone' },
  { key: 'V', does: 'camera' },
  { key: 'H', does: 'hand' },
  { key: 'S', does: 'share' },
  { key: 'R', does: 'react' },
  { key: 'C', does: 'chat' },
  { key: 'L', does: 'lock', right: 'lock' },
  { key: '?', does: 'help' },
];

/** The keys that do something for who has these rights. */
export const shortcutsOf = (rights: readonly Right[]): readonly Key[] =>
  shortcuts.filter(({ right }) => !right || rights.includes(right));

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
