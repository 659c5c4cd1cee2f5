/** Whose settings say what a page may use. */
export type Browser = 'chromium' | 'firefox' | 'safari' | 'iphone' | 'android';

/** By what the browser calls itself; all of them on an iPhone or iPad ask as Safari does. */
export function browserOf(agent: string, touchPoints = 0): Browser {
  if (/iPhone|iPad|iPod/.test(agent)) return 'iphone';
  // An iPad calls itself a Mac, and no Mac has a screen to touch.
  if (/Macintosh/.test(agent) && touchPoints > 1) return 'iphone';
  if (/Android/.test(agent)) return 'android';
  if (/Firefox\//.test(agent)) return 'firefox';
  return /Safari\//.test(agent) && !/Chrom(e|ium)\//.test(agent) ? 'safari' : 'chromium';
}

export const thisBrowser = (): Browser => {
  const { userAgent, maxTouchPoints } = globalThis.navigator ?? {};
  return browserOf(userAgent ?? '', maxTouchPoints ?? 0);
};
