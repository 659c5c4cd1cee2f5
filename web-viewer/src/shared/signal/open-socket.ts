import type { Socket } from './signal.js';

/** The room's signalling address on the server that served this page. */
export function openSocket(room: string): Socket {
  const url = new URL(`/api/rooms/${encodeURIComponent(room)}/signal`, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(url, 'rostrum.v1') as Socket;
}
