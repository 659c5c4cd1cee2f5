/** Components press upwards; only the room counts down. */
export function pressToGoOnAir(from: EventTarget): void {
  from.dispatchEvent(new Event('press-on-air', { bubbles: true, composed: true }));
}

/** Shift and B, wherever nobody is writing; held down it counts as one press. */
export function isKeyToGoOnAir(event: KeyboardEvent): boolean {
  const other = event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing;
  if (other || !event.shiftKey || letter(event) !== 'B') return false;
  return !event.composedPath().some(writesInto);
}

/** Where a keyboard has other letters, the place of the key counts. */
const letter = ({ key, code }: KeyboardEvent) =>
  /^[a-z]$/i.test(key) ? key.toUpperCase() : code.replace('Key', '');

function writesInto(target: EventTarget): boolean {
  const { tagName, isContentEditable } = target as Partial<HTMLElement>;
  return isContentEditable === true || /^(INPUT|TEXTAREA|SELECT)$/.test(tagName ?? '');
}
