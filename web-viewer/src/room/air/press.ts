import { letterOf, writes } from '../shortcuts.js';

/** Components press upwards; only the room counts down. */
export function pressToGoOnAir(from: EventTarget): void {
  from.dispatchEvent(new Event('press-on-air', { bubbles: true, composed: true }));
}

/** Shift and B, wherever nobody is writing; held down it counts as one press. */
export function isKeyToGoOnAir(event: KeyboardEvent): boolean {
  const other = event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing;
  if (other || !event.shiftKey || letterOf(event) !== 'B') return false;
  return !writes(event.composedPath()[0]);
}
