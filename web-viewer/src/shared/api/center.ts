import { json, post, send } from './http.js';

export interface NewRoom {
  readonly id: string;
  readonly title: string;
  readonly hostKey: string;
  readonly encoderToken: string;
  readonly link: string;
}

export interface RoomInfo {
  readonly id: string;
  readonly title: string;
  readonly participants: number;
  readonly onAir: boolean;
  readonly watch: string | null;
}

export interface Config {
  readonly streaming: string;
  readonly version: string;
}

/** The host's right to manage his channel, and where; see docs/protocol.md. */
export interface StationToken {
  readonly token: string;
  readonly expiresAt: string;
  /** Where the streaming server is, without a slash at its end. */
  readonly station: string;
}

export const makeRoom = (title: string) => post<NewRoom>('/api/rooms', { title });
export const roomInfo = (id: string) => json<RoomInfo>(`/api/rooms/${encodeURIComponent(id)}`);
export const config = () => json<Config>('/api/config');
export const stationToken = (room: string, hostKey: string) =>
  send<StationToken>('POST', `/api/rooms/${encodeURIComponent(room)}/station-token`, hostKey);
