import type { ReactiveControllerHost } from 'lit';
import { expect, test } from 'vitest';
import { FakeClock } from '../../testing/fake-clock.js';
import { common } from '../i18n/common.js';
import { setLanguage } from '../i18n/language.js';
import { Copying } from './copying.js';

function bench(takes: boolean) {
  setLanguage('en');
  const clock = new FakeClock();
  const heard: string[] = [];
  const taken: string[] = [];
  const host = { addController() {}, requestUpdate() {} } as unknown as ReactiveControllerHost;
  const copying = new Copying(host, {
    clock,
    take: (text) => (taken.push(text), Promise.resolve(takes)),
    announce: (text) => heard.push(text),
  });
  return { clock, heard, taken, copying };
}

test('what was copied is said for two seconds, from the last press on', async () => {
  const { clock, heard, taken, copying } = bench(true);
  await copying.copy('link');
  expect([copying.done, heard, taken]).toEqual([true, ['Copied'], ['link']]);
  await clock.pass(1_500);
  await copying.copy('link');
  await clock.pass(1_500);
  expect(copying.done).toBe(true);
  await clock.pass(500);
  expect(copying.said).toBeNull();
});

test('what could not be copied is not said to be', async () => {
  const { heard, copying } = bench(false);
  await copying.copy('link');
  expect([copying.done, copying.said]).toEqual([false, common.notCopied]);
  expect(heard).toEqual(['Could not be copied']);
});
