// npm run look [folder] [scene] [look]: the built pages (scene and look as regular expressions)
// on fake servers, photographed and examined by axe-core.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { fakeCenter } from './fake-center.mjs';
import { fakeStreaming } from './fake-streaming.mjs';
import { scenes } from './scenes.mjs';

const folder = process.argv[2] ?? join(tmpdir(), 'rostrum-look');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
mkdirSync(folder, { recursive: true });

const streaming = await fakeStreaming(4191);
const center = await fakeCenter(4190, streaming);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
    '--disable-features=WebRtcHideLocalIpsWithMdns',
  ],
});

const mediaPage = await (await browser.newContext()).newPage();
await mediaPage.goto(`${center.base}/fake-media.html`);

const sizes = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 320, height: 568 },
  side: { width: 844, height: 390 },
};
const only = new RegExp(process.argv[3] ?? '');
const wanted = new RegExp(process.argv[4] ?? '');
const looks = Object.entries(sizes)
  .flatMap(([size, viewport]) =>
    ['en', 'zh'].flatMap((language) =>
      ['dark', 'light'].map((colorScheme) => ({
        name: `${language}-${colorScheme}-${size}`,
        locale: language === 'en' ? 'en-GB' : 'zh-CN',
        ...{ colorScheme, viewport },
      })),
    ),
  )
  .filter(({ name }) => wanted.test(name));

let serious = 0;
for (const { name, ...options } of looks) {
  for (const scene of scenes(center, streaming)) {
    if (!only.test(scene.name)) continue;
    const context = await browser.newContext({
      ...options,
      bypassCSP: false,
      isMobile: !name.endsWith('desktop'),
      hasTouch: !name.endsWith('desktop'),
    });
    await context.addInitScript((theme) => {
      localStorage.setItem('rostrum.theme', theme);
    }, options.colorScheme);
    const page = await context.newPage();
    page.on('pageerror', (error) => console.log(`${scene.name} ${name}: ${error}`));
    page.on('console', (line) => {
      if (line.type() === 'error') console.log(`${scene.name} ${name}: ${line.text()}`);
    });
    try {
      await scene.play(page);
    } catch (error) {
      console.log(`${scene.name} ${name}: ${String(error).split('\n')[0]}`);
      serious += 1;
    }
    await page.screenshot({ path: join(folder, `${scene.name}-${name}.png`), fullPage: scene.whole });
    serious += await examine(page, `${scene.name} ${name}`);
    await context.close();
    await scene.after?.();
  }
}

/** How many serious or critical findings; each is printed. */
async function examine(page, where) {
  const wide = (await page.evaluate(() => document.documentElement.scrollWidth)) - page.viewportSize().width;
  if (wide > 0) console.log(`${where}: ${wide} px too wide`);
  // As a debugger would: the pages' own policy forbids foreign scripts.
  const { readFileSync } = await import('node:fs');
  await page.evaluate(readFileSync(axe, 'utf8'));
  const { violations } = await page.evaluate('axe.run()');
  for (const { id, impact, nodes } of violations) {
    console.log(`${where}: axe ${impact} ${id}: ${nodes.map((n) => n.target.flat().join(' ')).slice(0, 4).join(' | ')}`);
  }
  return violations.filter(({ impact }) => /serious|critical/.test(impact)).length + (wide > 0 ? 1 : 0);
}

await browser.close();
center.close();
streaming.close();
console.log(serious === 0 ? `nothing serious; pictures in ${folder}` : `${serious} serious`);
process.exit(serious === 0 ? 0 : 1);
