// node dev/icons.mjs: draws the PNG icons of src/public from icon.svg, anew where the sign has changed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('../src/public/', import.meta.url));
const sign = readFileSync(`${folder}icon.svg`, 'utf8');
/** Phones cut a shape of their own out of it: the ground fills all, the sign stands in the middle. */
const maskable = sign
  .replace('rx="7" ', '')
  .replace('<g ', '<g transform="translate(4.8 4.8) scale(0.7)" ');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const [name, size, drawing] of [
  ['icon-192', 192, sign],
  ['icon-512', 512, sign],
  ['icon-maskable', 512, maskable],
  ['apple-touch-icon', 180, maskable],
]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${drawing}`);
  await page.screenshot({ path: `${folder}${name}.png`, omitBackground: true });
}
await browser.close();
