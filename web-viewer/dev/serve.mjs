// npm run dev: Vite with both fake servers behind it. Start page /home.html, room /room.html?… see below.
import { createServer } from 'vite';
import { fakeCenter } from './fake-center.mjs';
import { fakeStreaming } from './fake-streaming.mjs';

const streaming = await fakeStreaming(4181);
const center = await fakeCenter(4180, streaming);

const pages = {
  name: 'pages',
  configureServer({ middlewares }) {
    middlewares.use((request, _, next) => {
      if (request.url.startsWith('/r/')) request.url = '/room.html';
      else if (request.url.startsWith('/watch/')) request.url = '/watch.html';
      else if (request.url.startsWith('/embed/')) request.url = '/embed.html';
      else if (/^\/guide(\?|$)/.test(request.url)) request.url = '/guide.html';
      next();
    });
  },
};

const vite = await createServer({
  root: new URL('..', import.meta.url).pathname,
  plugins: [pages],
  server: {
    port: 4170,
    proxy: {
      '/api/channels': streaming.base,
      '/api/recordings': streaming.base,
      '/api/announcements': streaming.base,
      '/api/guide': streaming.base,
      '/api/search': streaming.base,
      '/api': { target: center.base, ws: true },
    },
  },
});
await vite.listen();
vite.printUrls();
console.log(`directory /, player /watch/r2, start /home.html, room /r/r1 (as host /r/r1#host=k)
pictures in the room need a browser at ${center.base}/fake-media.html`);
