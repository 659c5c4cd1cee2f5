import { expect, test } from 'vitest';
import { isKeyToGoOnAir } from './press.js';

const pressed = (more: Partial<KeyboardEvent>, path: readonly object[] = []) =>
  ({
    ...{ key: 'B', code: 'KeyB', shiftKey: true, ctrlKey: false, altKey: false, metaKey: false },
    ...{ repeat: false, isComposing: false, composedPath: () => path },
    ...more,
  }) as KeyboardEvent;

test.each([
  ['Shift and B', {}, true],
  ['B on a keyboard of other letters', { key: 'И' }, true],
  ['the letter B elsewhere', { code: 'KeyN' }, true],
  ['the place of B with another letter', { key: 'X' }, false],
  ['B alone', { key: 'b', shiftKey: false }, false],
  ['a key that is held', { repeat: true }, false],
  ['the browser’s own', { ctrlKey: true }, false],
  ['an input method’s', { isComposing: true }, false],
])('%s', (_, more, expected) => {
  expect(isKeyToGoOnAir(pressed(more))).toBe(expected);
});

test('whoever writes a B writes it', () => {
  expect(isKeyToGoOnAir(pressed({}, [{ tagName: 'INPUT' }, {}]))).toBe(false);
  expect(isKeyToGoOnAir(pressed({}, [{ isContentEditable: true }]))).toBe(false);
  expect(isKeyToGoOnAir(pressed({}, [{ tagName: 'BUTTON' }, {}]))).toBe(true);
});
