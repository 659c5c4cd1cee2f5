import { read, write } from '../keep.js';

const KEY = 'rostrum.viewer';

/** Viewers are counted by it; it says nothing else of them. */
export const VIEWER_HEADER = 'Rostrum-Viewer';

let made = '';

/** What this browser calls itself, the same in all its windows and after a reload. */
export function viewerName(): string {
  made ||= read(KEY) || fresh();
  return made;
}

function fresh(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const name = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  write(KEY, name);
  return name;
}

/** Another origin would be asked for leave before each request: there one goes unnamed. */
const ours = (url: string): boolean => new URL(url, location.href).origin === location.origin;

/** For hls.js: playlists are asked for by name. */
export function nameOnPlaylists(request: XMLHttpRequest, url: string): void {
  if (!/\.m3u8(\?|$)/.test(url) || !ours(url)) return;
  if (request.readyState === XMLHttpRequest.UNSENT) request.open('GET', url, true);
  request.setRequestHeader(VIEWER_HEADER, viewerName());
}

/** As `fetch`, by name. */
export function fetchByName(url: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  if (ours(url)) headers.set(VIEWER_HEADER, viewerName());
  return fetch(url, { ...init, headers });
}
