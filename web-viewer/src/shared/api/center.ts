import { json, post } from './http.js';

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

export const makeRoom = (title: string) => post<NewRoom>('/api/rooms', { title });
export const roomInfo = (id: string) => json<RoomInfo>(`/api/rooms/${encodeURIComponent(id)}`);
export const config = () => json<Config>('/api/config');
