// A center with one invented room; a browser page (fake-media.html) stands in for the media server.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { dist, problem, sendFile, sendJson } from './files.mjs';
import { FakeRoom } from './fake-room.mjs';

export async function fakeCenter(port, streaming) {
  const base = `http://127.0.0.1:${port}`;
  const here = new URL('.', import.meta.url).pathname;
  const room = new FakeRoom(streaming);
  const page = (response, name) => {
    const text = readFileSync(join(dist, name), 'utf8');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(text.replace('<html ', `<html data-friend="${streaming.base}" `));
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url, base).pathname;
    if (request.method === 'POST' && path === '/api/rooms') {
      const [hostKey, encoderToken] = ['k3Yh-0st-8f2a71', 'enc-51c09d7aa0'];
      sendJson(
        response,
        { id: 'r1', title: 'Town hall', hostKey, encoderToken, link: `${base}/r/r1` },
        201,
      );
    } else if (path.endsWith('/station-token')) {
      const expiresAt = new Date(Date.now() + 1_800_000).toISOString();
      sendJson(response, { token: 'station', expiresAt, station: streaming.base });
    } else if (path === '/api/config') {
      sendJson(response, { streaming: streaming.base, version: 'fake' });
    } else if (path === '/api/rooms/r1') sendJson(response, room.info());
    else if (path.startsWith('/api/rooms/')) {
      sendJson(response, problem('unknown-room', 404), 404);
    } else if (path.startsWith('/r/')) page(response, 'room.html');
    else if (path.startsWith('/desk/')) page(response, 'desk.html');
    else if (path === '/') page(response, 'home.html');
    else if (path.startsWith('/fake-media')) sendFile(response, here, path);
    else sendFile(response, dist, path) || response.writeHead(404).end();
  });

  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'rostrum.v1' });
  const mediaSockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const path = new URL(request.url, base).pathname;
    if (path === '/fake-media') {
      mediaSockets.handleUpgrade(request, socket, head, (media) => room.useMedia(media));
    } else if (path === '/api/rooms/r1/signal') {
      sockets.handleUpgrade(request, socket, head, (client) => room.enter(client));
    } else socket.destroy();
  });
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  return {
    base,
    room,
    close() {
      room.close();
      sockets.clients.forEach((socket) => socket.terminate());
      mediaSockets.clients.forEach((socket) => socket.terminate());
      server.closeAllConnections();
      server.close();
    },
  };
}
