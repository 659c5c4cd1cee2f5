import { expect, test } from 'vitest';
import { embedCode, embedOf } from './embed-code.js';
import { qrPath } from './qr.js';

test('the player for foreign pages stands beside the page', () => {
  expect(embedOf('https://tv.example/watch/r1?view=tv#t=5')).toBe('https://tv.example/embed/r1');
  expect(embedOf('https://tv.example/a/watch/recordings/s1')).toBe(
    'https://tv.example/a/embed/recordings/s1',
  );
});

test('a title that is markup stays a title in the code to be pasted', () => {
  const code = embedCode('https://tv.example/watch/r1', '"><script>alert(1)</script>&amp;');
  expect(code).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"');
  expect(code.match(/</g)).toHaveLength(2);
});

test('a QR code has its three finders and grows with the text', () => {
  const { side, path } = qrPath('https://tv.example/watch/r1');
  for (const [x, y] of [[0, 0], [side - 7, 0], [0, side - 7]]) {
    expect(path).toContain(`M${x} ${y}h1v1h-1z`);
  }
  expect(qrPath('x'.repeat(200)).side).toBeGreaterThan(side);
});
