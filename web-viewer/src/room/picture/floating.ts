/** What came of the wish for a floating picture. */
export type Floated = 'floats' | 'back' | 'unsupported' | 'nothing' | 'failed';

/** Safari's own way, older than the standard. */
interface SafariVideo {
  webkitSupportsPresentationMode?(mode: string): boolean;
  webkitSetPresentationMode?(mode: string): void;
  readonly webkitPresentationMode?: string;
}

export type FloatingVideo = Pick<HTMLVideoElement, 'readyState' | 'hidden'> &
  Partial<Pick<HTMLVideoElement, 'requestPictureInPicture'>> &
  SafariVideo;

export interface FloatingDocument {
  readonly pictureInPictureEnabled?: boolean;
  readonly pictureInPictureElement?: unknown;
  exitPictureInPicture?(): Promise<void>;
}

/** Whether this browser has a picture above other windows that a page may ask for. */
export function canFloat(video: FloatingVideo, page: FloatingDocument = document): boolean {
  const standard = page.pictureInPictureEnabled === true && !!video.requestPictureInPicture;
  return standard || video.webkitSupportsPresentationMode?.('picture-in-picture') === true;
}

/** Puts the room's picture above other windows, or back into its place. */
export async function float(
  video: FloatingVideo,
  page: FloatingDocument = document,
): Promise<Floated> {
  if (!canFloat(video, page)) return 'unsupported';
  if (page.pictureInPictureElement === video) {
    await page.exitPictureInPicture?.();
    return 'back';
  }
  if (video.webkitPresentationMode === 'picture-in-picture') {
    video.webkitSetPresentationMode?.('inline');
    return 'back';
  }
  if (video.hidden || video.readyState === 0) return 'nothing';
  try {
    if (page.pictureInPictureEnabled) await video.requestPictureInPicture?.();
    else video.webkitSetPresentationMode?.('picture-in-picture');
    return 'floats';
  } catch {
    return 'failed';
  }
}
