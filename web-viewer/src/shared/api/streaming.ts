import { json } from './http.js';

/** Who may see a channel or a recording. */
export type Visibility = 'public' | 'unlisted' | 'private';

/** What is on air, as `GET /api/channels` tells it. */
export interface Channel {
  readonly id: string;
  readonly title: string;
  readonly host: string;
  readonly startedAt: string;
  readonly viewers: number;
  readonly hls: string;
  readonly whep?: string | null;
  readonly page: string;
  readonly thumbnail: string;
  readonly session: string;
  readonly picture?: string | null;
  readonly visibility?: Visibility;
}

/** What a recording is made of. */
export interface Properties {
  readonly address: string;
  readonly codecs: string;
  /** Bytes. */
  readonly size: number;
  readonly frameRate: number;
  readonly bitRate: number;
  readonly resolutions: readonly { readonly width: number; readonly height: number }[];
}

/** A finished program, as `GET /api/recordings` tells it. */
export interface Recording {
  readonly id: string;
  readonly channel: string;
  readonly title: string;
  readonly host: string;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Seconds. */
  readonly duration: number;
  readonly hls: string;
  readonly mp4: string;
  /** The sound alone. */
  readonly sound: string;
  readonly page: string;
  readonly thumbnail: string;
  readonly poster: string;
  readonly description?: string;
  readonly properties?: Properties | null;
  /** Bytes. */
  readonly size: number;
}

/** A program to come, as `GET /api/announcements` tells it. */
export interface Announcement {
  readonly id: string;
  readonly channel: string;
  readonly title: string;
  readonly host: string;
  readonly description: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Seconds that are expected. */
  readonly length: number;
  readonly page: string;
  readonly picture: string | null;
}

/** A line of the guide, as `GET /api/guide` and `GET /api/search` tell it. */
export interface Slot {
  readonly kind: 'was' | 'now' | 'coming';
  readonly id: string;
  readonly channel: string;
  readonly title: string;
  readonly host: string;
  readonly description: string;
  readonly from: string;
  /** For what is on air, when it is expected to end. */
  readonly until: string;
  readonly page: string;
  readonly picture: string | null;
}

/** As its host gets it. */
export interface OwnRecording extends Recording {
  readonly description: string;
  readonly visibility: Visibility;
}

/** Which recordings, and how many; what is empty is not asked for. */
export interface RecordingsAsked {
  readonly channel?: string;
  readonly q?: string;
  readonly sort?: 'newest' | 'longest';
  /** The id of the last one of the page before. */
  readonly before?: string;
  readonly limit?: number;
}

const queryOf = (asked: RecordingsAsked): URLSearchParams =>
  new URLSearchParams(
    Object.entries(asked)
      .filter(([, value]) => value !== '' && value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );

const at = (base: string, path: string) => base.replace(/\/$/, '') + path;

/** The right to watch what is private; without it the browser shows its cookie, if it has one. */
const showing = (right: string): RequestInit =>
  right ? { headers: { Authorization: `Bearer ${right}` } } : {};

export const channels = (base = '') => json<Channel[]>(at(base, '/api/channels'));
export const channel = (id: string, base = '', right = '') =>
  json<Channel>(at(base, `/api/channels/${encodeURIComponent(id)}`), showing(right));
export const recordings = (asked: RecordingsAsked, base = '') =>
  json<Recording[]>(at(base, `/api/recordings?${queryOf(asked)}`));
export const recording = (id: string, base = '', right = '') =>
  json<Recording>(at(base, `/api/recordings/${encodeURIComponent(id)}`), showing(right));
export const announcement = (id: string, base = '') =>
  json<Announcement>(at(base, `/api/announcements/${encodeURIComponent(id)}`));
export const announcements = (base = '') => json<Announcement[]>(at(base, '/api/announcements'));
export const guide = (from: Date, to: Date, base = '') =>
  json<Slot[]>(at(base, `/api/guide?from=${from.toISOString()}&to=${to.toISOString()}`));
export const eventsUrl = (base = '') => at(base, '/api/channels/events');
