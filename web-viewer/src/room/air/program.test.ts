import { beforeEach, expect, test } from 'vitest';
import { rememberedProgram, rememberProgram } from './program.js';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  });
});

test('what was entered for a room is known the next time, for that room only', () => {
  rememberProgram('r1', { title: 'Town hall', visibility: 'private' });
  rememberProgram('r1', { title: 'Council', visibility: 'public' });
  expect(rememberedProgram('r1')).toEqual({ title: 'Council', visibility: 'public' });
  expect(rememberedProgram('r2')).toBeNull();
});

test('of many rooms the oldest is forgotten', () => {
  for (let n = 0; n < 30; n++) rememberProgram(`r${n}`, { title: '', visibility: null });
  expect(rememberedProgram('r9')).toBeNull();
  expect(rememberedProgram('r10')).not.toBeNull();
});

test.each([
  ...['{', '{}', '[1, null, ["r1"], ["r1", null], ["r1", {}]]'],
  '[["r1", {"title": "Council", "visibility": "friends"}], ["r1", {"title": "Council"}]]',
])('nonsense %s is nothing', (text) => {
  kept.set('rostrum.programs', text);
  expect(rememberedProgram('r1')).toBeNull();
});
