import { endOf, startOf, type Placed, type Row } from './axis.js';

/** Where a key of a TV remote leads: to a slot, to other hours, or nowhere. */
export type Move =
  | { readonly kind: 'slot'; readonly id: string }
  | { readonly kind: 'earlier' }
  | { readonly kind: 'later' }
  | { readonly kind: 'now' }
  | { readonly kind: 'stay' };

const stay: Move = { kind: 'stay' };
const to = (placed: Placed | undefined): Move =>
  placed ? { kind: 'slot', id: placed.slot.id } : stay;

/** Null for a key that is none of ours. */
export function move(rows: readonly Row[], current: string | null, key: string): Move | null {
  const row = rows.findIndex(({ placed }) => placed.some(({ slot }) => slot.id === current));
  const at = rows[row]?.placed.findIndex(({ slot }) => slot.id === current) ?? -1;
  const here = rows[row]?.placed[at];
  switch (key) {
    case 'Home':
      return { kind: 'now' };
    case 'ArrowLeft':
      return at > 0 ? to(rows[row]!.placed[at - 1]) : { kind: 'earlier' };
    case 'ArrowRight':
      return here && at + 1 < rows[row]!.placed.length
        ? to(rows[row]!.placed[at + 1])
        : { kind: 'later' };
    case 'ArrowUp':
      return here ? to(nearest(rows[row - 1], here)) : to(rows[0]?.placed[0]);
    case 'ArrowDown':
      return here ? to(nearest(rows[row + 1], here)) : to(rows[0]?.placed[0]);
    default:
      return null;
  }
}

function nearest(row: Row | undefined, from: Placed): Placed | undefined {
  const middle = (placed: Placed) => placed.left + placed.width / 2;
  return row && [...row.placed].sort((a, b) => off(a) - off(b))[0];
  function off(placed: Placed): number {
    return Math.abs(middle(placed) - middle(from));
  }
}

/** Where focus begins: on air, else what comes next, else what was last. */
export function first(rows: readonly Row[], now: number): string | null {
  const all = rows.flatMap(({ placed }) => placed.map(({ slot }) => slot));
  const far = (slot: (typeof all)[number]) =>
    slot.kind === 'now' ? -1 : Math.min(Math.abs(startOf(slot) - now), Math.abs(endOf(slot) - now));
  return [...all].sort((a, b) => far(a) - far(b))[0]?.id ?? null;
}
