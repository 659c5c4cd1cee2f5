// Sends files of the built pages the way both servers do.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const dist = fileURLToPath(new URL('../dist', import.meta.url));

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.jpg': 'image/jpeg',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.m4s': 'video/iso.segment',
  '.mp4': 'video/mp4',
};

export function sendFile(response, root, name) {
  const path = join(root, normalize(`/${name}`));
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  response.writeHead(200, {
    'Content-Type': types[extname(path)] ?? 'application/octet-stream',
    'Content-Length': statSync(path).size,
    'Access-Control-Allow-Origin': '*',
  });
  createReadStream(path).pipe(response);
  return true;
}

export function sendJson(response, body, status = 200) {
  response.writeHead(status, {
    'Content-Type': status < 400 ? 'application/json' : 'application/problem+json',
    'Access-Control-Allow-Origin': '*',
  });
  response.end(JSON.stringify(body));
}

export const problem = (code, status, detail = code) => ({
  type: `https://rostrum.io/problems/${code}`,
  title: code,
  status,
  detail,
});
