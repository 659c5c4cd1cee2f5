/** Live regions for screen readers: polite for news, assertive for what needs the user now. */
let regions: { polite: HTMLElement; assertive: HTMLElement } | undefined;

export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  regions ??= { polite: region('polite'), assertive: region('assertive') };
  const target = regions[urgency];
  // The same words twice are read twice only if the text changes.
  target.textContent = target.textContent === text ? `${text}\u00a0` : text;
}

function region(urgency: 'polite' | 'assertive'): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('aria-live', urgency);
  element.setAttribute('role', urgency === 'polite' ? 'status' : 'alert');
  element.className = 'announcer';
  document.body.append(element);
  return element;
}
