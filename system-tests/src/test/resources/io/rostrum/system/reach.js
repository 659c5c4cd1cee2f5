() => {
  // What of a page cannot be pressed: each control is brought into view, has to lie wholly inside
  // the window then, and to be what a finger meets at its middle. Nothing scrolls sideways.
  // Where a dialog lies over the page, its controls are meant.
  const pressable = 'button, a[href], input, select, summary';

  function* controls(root) {
    for (const one of root.querySelectorAll('*')) {
      if (one.matches(pressable) && one.checkVisibility({ visibilityProperty: true })) yield one;
      if (one.shadowRoot) yield* controls(one.shadowRoot);
    }
  }

  function at(x, y) {
    let found = document.elementFromPoint(x, y);
    while (found?.shadowRoot) {
      const inner = found.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === found) break;
      found = inner;
    }
    return found;
  }

  function within(found, control) {
    for (let one = found; one; one = one.parentNode ?? one.host) if (one === control) return true;
    return control.labels ? [...control.labels].some((label) => label.contains(found)) : false;
  }

  const called = (one) =>
    one.dataset.test ?? one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 30);

  /** 24 px (WCAG 2.5.8); a label is pressed for its control. */
  function large(control) {
    return [control, ...(control.labels ?? [])].some((one) => {
      const { width, height } = one.getBoundingClientRect();
      return width >= 24 && height >= 24;
    });
  }

  function fault(control) {
    control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { left, top, right, bottom } = control.getBoundingClientRect();
    const where = `${called(control)} at ${[left, top, right, bottom].map(Math.round)}`;
    if (left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5) {
      return `outside: ${where}`;
    }
    if (!large(control)) return `too small to press: ${where}`;
    const found = at((left + right) / 2, (top + bottom) / 2);
    if (within(found, control)) return null;
    return `covered by ${found?.localName}.${found?.className}: ${where}`;
  }

  function* dialogs(root) {
    for (const one of root.querySelectorAll('*')) {
      if (one.matches('dialog:modal')) yield one;
      if (one.shadowRoot) yield* dialogs(one.shadowRoot);
    }
  }

  const all = [...controls([...dialogs(document)].at(-1) ?? document)];
  const faults = all.map(fault).filter((one) => one !== null);
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`${scrollWidth - clientWidth} px too wide`);
  if (document.documentElement.scrollTop > 0) faults.push('the page itself scrolls');
  return { controls: all.map(called), faults };
}
