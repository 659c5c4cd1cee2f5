// A small picture as the center would make one of a key frame: a face before a wall, as a PNG without any library.
import { crc32, deflateSync } from 'node:zlib';

const [WIDTH, HEIGHT] = [160, 90];

/** Base64; browsers look into the bytes, not at the name of the type. */
export function fakeStill(number) {
  const rows = Buffer.alloc(HEIGHT * (1 + 3 * WIDTH));
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) rows.set(colour(x, y, number), y * (1 + 3 * WIDTH) + 1 + 3 * x);
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(WIDTH, 0);
  size.writeUInt32BE(HEIGHT, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', size), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]).toString('base64');
}

function colour(x, y, number) {
  const far = Math.hypot(x - 80, (y - 36) * 1.1);
  if (far < 22) return [214, 168 - 12 * (number % 3), 140];
  if (Math.hypot(x - 80, y - 110) < 48) return [60 + 30 * (number % 4), 70, 120 - 20 * (number % 3)];
  return [70 + x / 4, 84 + 9 * (number % 5), 96 + y / 2];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
