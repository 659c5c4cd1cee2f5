import { expect, test } from 'vitest';
import { linkFor, type Access } from './access.js';

const page = 'https://tv.example/watch/r1';
const access = (invitation: string | null): Access => ({
  visibility: invitation ? 'private' : 'public',
  password: false,
  page,
  invitation,
});

test('what a host copies of a private program opens for whom he sends it', () => {
  const invitation = `${page}?invite=a.b-c_d`;
  expect(linkFor(page, access(invitation))).toBe(invitation);
  expect(linkFor('https://tv.example/watch/recordings/s1', access(invitation))).toBe(
    'https://tv.example/watch/recordings/s1?invite=a.b-c_d',
  );
});

test('what is open to everybody is copied as it is', () => {
  expect(linkFor(page, access(null))).toBe(page);
  expect(linkFor(page, null)).toBe(page);
});
