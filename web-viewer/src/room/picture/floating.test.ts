import { expect, test } from 'vitest';
import { canFloat, float, type FloatingDocument, type FloatingVideo } from './floating.js';

function standard(more: Partial<FloatingVideo> = {}) {
  const page = { pictureInPictureEnabled: true } as {
    pictureInPictureEnabled: boolean;
    pictureInPictureElement?: unknown;
    exitPictureInPicture?(): Promise<void>;
  };
  const video: FloatingVideo = {
    readyState: 4,
    hidden: false,
    requestPictureInPicture: async () => {
      page.pictureInPictureElement = video;
      return {} as PictureInPictureWindow;
    },
    ...more,
  };
  page.exitPictureInPicture = async () => void (page.pictureInPictureElement = null);
  return { video, page };
}

test('the picture floats, and a second wish brings it back', async () => {
  const { video, page } = standard();
  expect(await float(video, page)).toBe('floats');
  expect(page.pictureInPictureElement).toBe(video);
  expect(await float(video, page)).toBe('back');
  expect(page.pictureInPictureElement).toBeNull();
});

test('where there is no picture there is nothing to float', async () => {
  const hidden = standard({ hidden: true });
  expect(await float(hidden.video, hidden.page)).toBe('nothing');
  const empty = standard({ readyState: 0 });
  expect(await float(empty.video, empty.page)).toBe('nothing');
});

test('a browser that has it not for pages, or refuses, is said to', async () => {
  const { video } = standard();
  const without: FloatingDocument = { pictureInPictureEnabled: false };
  expect(canFloat(video, without)).toBe(false);
  expect(await float(video, without)).toBe('unsupported');
  const refusing = standard({
    requestPictureInPicture: async () => {
      throw new Error('not allowed');
    },
  });
  expect(await float(refusing.video, refusing.page)).toBe('failed');
});

test('Safari is asked in its own way', async () => {
  let mode = 'inline';
  const video: FloatingVideo = {
    readyState: 4,
    hidden: false,
    webkitSupportsPresentationMode: (wanted) => wanted === 'picture-in-picture',
    webkitSetPresentationMode: (wanted) => void (mode = wanted),
    get webkitPresentationMode() {
      return mode;
    },
  };
  expect(await float(video, {})).toBe('floats');
  expect(mode).toBe('picture-in-picture');
  expect(await float(video, {})).toBe('back');
  expect(mode).toBe('inline');
});
