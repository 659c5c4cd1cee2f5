import { expect, test } from 'vitest';

const files = import.meta.glob<string>(['../../**/*.ts', '../../**/*.css', '!../../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Lines may be as thin as the screen draws them; all else grows with the letters. */
test.each(Object.entries(files))('sizes in %s are in rem', (_, text) => {
  expect(text.match(/(?<![\w.-])([4-9]|\d{2,})(\.\d+)?px/g)).toBeNull();
});
