export type Direction = 'left' | 'right' | 'up' | 'down';

/** A rectangle on the screen. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What lies aside counts more than what lies far: a step goes straight on first. */
const ASIDE = 3;

/** Which of the boxes a step leads to, by its place in the list; -1 where nothing lies there. */
export function nearest(from: Box, boxes: readonly Box[], direction: Direction): number {
  const start = turned(from, direction);
  let [best, least] = [-1, Infinity];
  boxes.forEach((box, at) => {
    const far = distance(start, turned(box, direction));
    if (far < least) [best, least] = [at, far];
  });
  return best;
}

/** The same picture turned so that the step goes to the right. */
function turned({ left, top, right, bottom }: Box, direction: Direction): Box {
  switch (direction) {
    case 'right':
      return { left, top, right, bottom };
    case 'left':
      return { left: -right, top, right: -left, bottom };
    case 'down':
      return { left: top, top: left, right: bottom, bottom: right };
    case 'up':
      return { left: -bottom, top: left, right: -top, bottom: right };
  }
}

/** Infinite for what does not lie ahead. */
function distance(from: Box, to: Box): number {
  const middle = (from.left + from.right) / 2;
  if (to.left < middle || to.right <= from.right) return Infinity;
  const aside = Math.max(0, to.top - from.bottom, from.top - to.bottom);
  const off = Math.abs((to.top + to.bottom) / 2 - (from.top + from.bottom) / 2);
  return Math.max(0, to.left - from.right) + ASIDE * aside + off / 100;
}

const FOCUSABLE = 'a[href], button:not(:disabled), input, select, textarea, summary, [tabindex]';

/** Everything that can be focused in there, in shadow roots too; a closed dialog's is not seen. */
function* focusable(root: ParentNode): Generator<HTMLElement> {
  if (root instanceof Element && root.shadowRoot) yield* focusable(root.shadowRoot);
  for (const one of root.querySelectorAll<HTMLElement>('*')) {
    const taken = one.matches(FOCUSABLE) && one.tabIndex >= 0 && !one.shadowRoot?.delegatesFocus;
    if (taken && one.checkVisibility({ visibilityProperty: true })) yield one;
    if (one.shadowRoot) yield* focusable(one.shadowRoot);
  }
}

/** Where focus is, in whatever shadow root; null on the page itself. */
export function focused(): HTMLElement | null {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  return one === document.body ? null : (one as HTMLElement | null);
}

/** Moves the focus to what lies there; without a focus, to the first thing in `root`. */
export function step(direction: Direction, root: ParentNode = document): boolean {
  const from = focused();
  const all = [...focusable(root)].filter((one) => one !== from);
  const boxes = all.map((one) => one.getBoundingClientRect());
  const next = from ? all[nearest(from.getBoundingClientRect(), boxes, direction)] : all[0];
  next?.focus();
  return !!next;
}

const arrows: Readonly<Record<string, Direction | undefined>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export const directionOf = (key: string): Direction | null => arrows[key] ?? null;

/** Arrow keys that a control needs itself: in what is written, chosen or slid. */
export function isForControl(control: HTMLElement | null, direction: Direction): boolean {
  const along = direction === 'left' || direction === 'right';
  const slides = control?.matches('[role="slider"], input') ?? false;
  return (control?.matches('textarea, select') ?? false) || (slides && along);
}

let watching = false;

/** From now on arrow keys lead from control to control, as a remote control has nothing else. */
export function followArrows(): void {
  if (watching) return;
  watching = true;
  addEventListener('keydown', (event) => {
    const direction = directionOf(event.key);
    const busy = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey;
    if (!direction || busy || isForControl(focused(), direction)) return;
    if (step(direction)) event.preventDefault();
  });
}

/** A TV set, or somebody who wants the page as such a set has it. */
export const onTv = (): boolean => globalThis.document?.documentElement.dataset['view'] === 'tv';
