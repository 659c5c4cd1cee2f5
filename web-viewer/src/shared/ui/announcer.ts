export type Urgency = 'polite' | 'assertive';

/** Live regions for screen readers: polite for news, assertive for what needs the user now. */
let regions: Record<Urgency, HTMLElement> | undefined;
const waiting: Record<Urgency, string[]> = { polite: [], assertive: [] };

/** What is said in the same moment is read together: a region that is written twice says the last only. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  regions ??= { polite: region('polite'), assertive: region('assertive') };
  const target = regions[urgency];
  if (waiting[urgency].push(text) === 1) queueMicrotask(() => read(target, waiting[urgency].splice(0)));
}

function read(target: HTMLElement, texts: readonly string[]): void {
  const text = texts.join('\n');
  // The same words twice are read twice only if the text changes.
  target.textContent = target.textContent === text ? `${text}\u00a0` : text;
}

function region(urgency: Urgency): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('aria-live', urgency);
  element.setAttribute('role', urgency === 'polite' ? 'status' : 'alert');
  element.className = 'announcer';
  document.body.append(element);
  return element;
}
