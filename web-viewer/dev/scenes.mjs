// What is worth looking at, each as the steps that lead there.
const hook = (page, name) => page.locator(`[data-test="${name}"]`).first();

export function scenes(center, streaming) {
  const enter = async (page, key = '') => {
    await page.goto(`${center.base}/r/r1${key}`);
    await hook(page, 'join-name').fill('Robin');
    await page.waitForTimeout(600);
    await hook(page, 'join-button').click();
    await page.locator('[data-test="connection-state"][data-state="inside"]').waitFor({ state: 'attached', timeout: 8000 });
    await page.waitForTimeout(1500);
  };
  const goOnAir = async (page) => {
    await hook(page, 'broadcast').click();
    await hook(page, 'air-go').click();
    await hook(page, 'on-air').waitFor();
  };
  return [
    {
      name: 'directory',
      whole: true,
      async play(page) {
        await page.goto(`${streaming.base}/`);
        await hook(page, 'card-r2').waitFor();
        await page.waitForTimeout(700);
      },
    },
    {
      name: 'directory-search',
      async play(page) {
        await page.goto(`${streaming.base}/`);
        await hook(page, 'card-r2').waitFor();
        await hook(page, 'search').fill('zzz');
        await page.waitForTimeout(300);
      },
    },
    {
      name: 'directory-phone-view',
      async play(page) {
        await page.goto(`${streaming.base}/?view=phone`);
        await hook(page, 'card-r2').waitFor();
        await hook(page, 'part-coming').click();
        await hook(page, 'announced-c1').waitFor();
        await page.waitForTimeout(400);
      },
    },
    {
      name: 'recordings',
      whole: true,
      async play(page) {
        await page.goto(`${streaming.base}/recordings`);
        await hook(page, 'recordings-list').waitFor();
        await page.waitForTimeout(700);
      },
    },
    {
      name: 'coming',
      whole: true,
      async play(page) {
        await page.goto(`${streaming.base}/coming/c3`);
        await hook(page, 'coming-program').waitFor();
        await page.waitForTimeout(700);
      },
    },
    {
      name: 'coming-off',
      async play(page) {
        await page.goto(`${streaming.base}/coming/none`);
        await page.locator('ro-coming h1').waitFor();
      },
    },
    {
      name: 'watch-announced',
      whole: true,
      async play(page) {
        await page.goto(`${streaming.base}/watch/r6`);
        await hook(page, 'coming-program').waitFor();
        await page.waitForTimeout(700);
      },
    },
    {
      name: 'guide',
      whole: true,
      async play(page) {
        await page.goto(`${streaming.base}/guide`);
        await hook(page, 'row-r2').waitFor();
        await page.waitForTimeout(700);
      },
    },
    {
      name: 'guide-tv',
      async play(page) {
        await page.setViewportSize({ width: 1920, height: 1080 });
        await page.goto(`${streaming.base}/?view=tv`);
        await hook(page, 'row-r2').waitFor();
        await page.waitForTimeout(500);
        await page.keyboard.press('ArrowRight');
        await page.waitForTimeout(500);
      },
    },
    {
      name: 'watch-tv',
      async play(page) {
        await page.setViewportSize({ width: 1920, height: 1080 });
        await page.goto(`${streaming.base}/watch/r2?view=tv`);
        await page.waitForTimeout(4000);
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('ArrowRight');
        await page.waitForTimeout(500);
      },
    },
    {
      name: 'guide-empty',
      async play(page) {
        await page.goto(`${streaming.base}/guide`);
        await hook(page, 'row-r2').waitFor();
        // Between what was fifty and seventy hours ago: whatever the clock, no program of the fakes reaches in.
        for (let n = 0; n < 15; n++) await hook(page, 'earlier').click();
        await hook(page, 'guide-empty').waitFor();
      },
    },
    {
      name: 'embed',
      async play(page) {
        await page.goto(`${streaming.base}/embed/r2`);
        await page.waitForTimeout(3000);
      },
    },
    {
      name: 'embed-small',
      async play(page) {
        await page.setViewportSize({ width: 320, height: 180 });
        await page.goto(`${streaming.base}/embed/r2`);
        await hook(page, 'open-settings').click();
        await hook(page, 'wish-low').click();
        await hook(page, 'wish-low').focus();
        await page.waitForTimeout(3000);
      },
    },
    {
      name: 'embed-locked',
      async play(page) {
        streaming.access.set('r8', 'private');
        await page.goto(`${streaming.base}/embed/r8`);
        await hook(page, 'watch-password').fill('a guess');
        await hook(page, 'watch-open').click();
        await page.locator('[data-test="watch-error"]:not(:empty)').waitFor();
      },
    },
    {
      name: 'embed-locked-small',
      async play(page) {
        streaming.access.set('r8', 'private');
        await page.setViewportSize({ width: 320, height: 180 });
        await page.goto(`${streaming.base}/embed/r8`);
        await hook(page, 'watch-password').focus();
        await page.waitForTimeout(300);
      },
    },
    {
      name: 'watch-share',
      async play(page) {
        await page.goto(`${streaming.base}/watch/r2`);
        await hook(page, 'share-open').click();
        await hook(page, 'share-qr').waitFor();
        await page.waitForTimeout(300);
      },
    },
    {
      name: 'watch-live',
      async play(page) {
        await page.goto(`${streaming.base}/watch/r2`);
        await page.waitForTimeout(4000);
        await page.locator('[data-test="details"] summary').click();
        await page.mouse.move(400, 300);
        await page.waitForTimeout(1200);
      },
    },
    {
      name: 'watch-talk',
      whole: true,
      async play(page) {
        await page.goto(`${streaming.base}/watch/r2?latency=low`);
        await hook(page, 'why').waitFor();
        await page.waitForTimeout(2500);
        await hook(page, 'seek-bar').hover();
        await page.waitForTimeout(400);
      },
    },
    {
      name: 'watch-recording',
      whole: true,
      async play(page) {
        await page.goto(`${streaming.base}/watch/recordings/p1`);
        await page.waitForTimeout(2500);
      },
    },
    {
      name: 'watch-waiting',
      async play(page) {
        await page.goto(`${streaming.base}/watch/r9`);
        await page.waitForTimeout(600);
      },
    },
    {
      name: 'watch-ended',
      async play(page) {
        streaming.start('r7', 'Evening lecture', 'Dr. Okafor');
        await page.goto(`${streaming.base}/watch/r7`);
        await hook(page, 'player-video').waitFor();
        streaming.end('r7');
        await hook(page, 'watch-recording').waitFor();
      },
    },
    {
      name: 'home',
      whole: true,
      async play(page) {
        await page.goto(`${center.base}/`);
        await hook(page, 'room-title').fill('Town hall');
        await page.waitForTimeout(300);
      },
    },
    {
      name: 'home-made',
      whole: true,
      async play(page) {
        await page.goto(`${center.base}/`);
        await hook(page, 'room-title').fill('Town hall');
        await hook(page, 'make-room').click();
        await hook(page, 'room-ready').waitFor();
        await page.locator('[data-test="encoder"] summary').first().click();
        await page.waitForTimeout(300);
      },
    },
    {
      name: 'lobby',
      whole: true,
      async play(page) {
        await page.goto(`${center.base}/r/r1`);
        await hook(page, 'preview-video').waitFor();
        await page.waitForTimeout(1200);
      },
    },
    {
      name: 'room-unknown',
      async play(page) {
        await page.goto(`${center.base}/r/nowhere`);
        await hook(page, 'outcome').waitFor();
      },
    },
    {
      name: 'room-guest',
      async play(page) {
        await enter(page);
      },
    },
    {
      name: 'room-host',
      async play(page) {
        await enter(page, '#host=k');
        await hook(page, 'tools-p4').click();
        await page.waitForTimeout(300);
      },
    },
    {
      name: 'room-on-air',
      async play(page) {
        await enter(page, '#host=k');
        await hook(page, 'lock').click();
        await goOnAir(page);
        await page.waitForTimeout(4500);
      },
      after() {
        center.room.locked = false;
        center.room.onAir(false);
      },
    },
    {
      name: 'room-door',
      async play(page) {
        center.room.door = { closed: true, enterMuted: true, sentOut: 2 };
        center.room.knock('Ana María Fernández de la Vega Sanz', '欧阳晓明');
        await enter(page, '#host=k');
        await hook(page, 'admit-w1').focus();
      },
      after() {
        center.room.calm();
      },
    },
    {
      name: 'room-warned',
      async play(page) {
        center.room.knock('Robin Aguilar');
        await enter(page, '#host=k');
        await goOnAir(page);
        const warning = { code: 'out-of-step', participant: 'p5' };
        center.room.broadcast = { ...center.room.broadcast, state: 'interrupted', warning };
        center.room.tell();
        await hook(page, 'warning').waitFor();
        await page.waitForTimeout(500);
      },
      after() {
        center.room.onAir(false);
        center.room.calm();
      },
    },
    {
      name: 'room-waiting',
      async play(page) {
        center.room.shut = true;
        await page.goto(`${center.base}/r/r1`);
        await hook(page, 'join-name').fill('Robin');
        await hook(page, 'join-button').click();
        await hook(page, 'outcome').waitFor();
      },
      after() {
        center.room.shut = false;
        center.room.outside = [];
      },
    },
    {
      name: 'room-crowd',
      async play(page) {
        center.room.crowd = true;
        await page.goto(`${center.base}/r/r1`);
        await hook(page, 'join-name').fill('Robin');
        await hook(page, 'join-button').click();
        await page.locator('[data-test="join-error"]:not(:empty)').waitFor();
      },
      after() {
        center.room.crowd = false;
      },
    },
    {
      name: 'room-stop',
      async play(page) {
        await enter(page, '#host=k');
        await goOnAir(page);
        await hook(page, 'broadcast').click();
        await hook(page, 'confirm-no').waitFor();
        await page.waitForTimeout(300);
      },
      after() {
        center.room.onAir(false);
      },
    },
    {
      name: 'air-sheet',
      async play(page) {
        await enter(page, '#host=k');
        await hook(page, 'broadcast').click();
        await hook(page, 'air-link').waitFor();
        await page.waitForTimeout(300);
      },
    },
    {
      name: 'air-private',
      async play(page) {
        await enter(page, '#host=k');
        await hook(page, 'broadcast').click();
        await hook(page, 'air-private').check();
        await hook(page, 'air-password').fill('short');
        await hook(page, 'air-go').click();
        await page.locator('[data-test="air-error"]:not(:empty)').waitFor();
      },
    },
    {
      name: 'air-countdown',
      async play(page) {
        await enter(page, '#host=k');
        await hook(page, 'broadcast').click();
        await hook(page, 'air-go').click();
        await hook(page, 'countdown').waitFor();
      },
      after() {
        center.room.onAir(false);
      },
    },
    {
      name: 'air-leave',
      async play(page) {
        await enter(page, '#host=k');
        await goOnAir(page);
        await hook(page, 'leave').click();
        await hook(page, 'confirm-no').waitFor();
        await page.waitForTimeout(300);
      },
      after() {
        center.room.onAir(false);
      },
    },
    {
      name: 'air-ended',
      async play(page) {
        await enter(page, '#host=k');
        await goOnAir(page);
        await hook(page, 'broadcast').click();
        await hook(page, 'confirm-yes').click();
        await hook(page, 'ended-watch').waitFor();
        await page.waitForTimeout(300);
      },
    },
    {
      name: 'home-on-air',
      whole: true,
      async play(page) {
        center.room.onAir(true);
        await page.goto(`${center.base}/r/r1#host=k`);
        await hook(page, 'join-name').waitFor();
        await page.goto(`${center.base}/`);
        await hook(page, 'on-air-r1').waitFor();
        await page.waitForTimeout(300);
      },
      after() {
        center.room.onAir(false);
      },
    },
    {
      name: 'room-more',
      async play(page) {
        await enter(page);
        await hook(page, 'more').click();
        await page.waitForTimeout(2200);
      },
    },
    {
      name: 'room-left',
      async play(page) {
        await enter(page);
        await hook(page, 'leave').click();
        await hook(page, 'outcome').waitFor();
      },
    },
    {
      name: 'desk-public',
      whole: true,
      async play(page) {
        streaming.access.set('r1', 'public');
        await page.goto(`${center.base}/desk/r1#host=k`);
        await hook(page, 'access-save').waitFor();
      },
    },
    {
      name: 'desk-private',
      whole: true,
      async play(page) {
        streaming.access.set('r1', 'public');
        await page.goto(`${center.base}/desk/r1#host=k`);
        await hook(page, 'access-private').check();
        await hook(page, 'access-password').fill('open sesame');
        await hook(page, 'access-save').click();
        await hook(page, 'invitation').waitFor();
      },
    },
    {
      name: 'desk-stranger',
      async play(page) {
        await page.goto(`${center.base}/desk/r1`);
        await hook(page, 'desk-stranger').waitFor();
      },
    },
    {
      name: 'watch-locked',
      async play(page) {
        streaming.access.set('r8', 'private');
        await page.goto(`${streaming.base}/watch/r8`);
        await hook(page, 'watch-password').fill('a guess');
        await hook(page, 'watch-open').click();
        await page.locator('[data-test="watch-error"]:not(:empty)').waitFor();
      },
    },
  ];
}
