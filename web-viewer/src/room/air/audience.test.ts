import { expect, test } from 'vitest';
import type { Access } from '../../shared/api/access.js';
import { differs, passwordOf } from './audience.js';

const open: Access = { visibility: 'public', password: false, page: '/watch/r1', invitation: null };
const shut: Access = { ...open, visibility: 'private', password: true };

test.each([
  ['what is so already', { visibility: 'public', password: '' }, open, false],
  ['another audience', { visibility: 'unlisted', password: '' }, open, true],
  ['a new password', { visibility: 'private', password: 'secret words' }, shut, true],
  ['the password as it was', { visibility: 'private', password: '' }, shut, false],
  ['a password typed before the choice fell on all', { visibility: 'public', password: 'abc' }, open, false],
] as const)('%s', (_, chosen, access, told) => {
  expect(differs(chosen, access)).toBe(told);
});

test('a password counts where the program is private, and nowhere else', () => {
  expect(passwordOf({ visibility: 'private', password: 'abc' })).toBe('abc');
  expect(passwordOf({ visibility: 'public', password: 'abc' })).toBe('');
});
