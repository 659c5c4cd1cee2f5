// Test pictures and one looped minute of H.264 and AAC in CMAF, made once by ffmpeg.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const media = join(tmpdir(), 'rostrum-fake-media');
export const SEGMENT_SECONDS = 2;

const pictures = {
  a: 'gradients=s=1280x720:c0=0x12344f:c1=0xd9a441:c2=0x7a3b2e:nb_colors=3:seed=3',
  b: 'mandelbrot=s=1280x720:start_scale=0.3',
  c: 'smptehdbars=s=1280x720',
  d: 'gradients=s=1280x720:c0=0x0b3d2e:c1=0x8fd6b4:c2=0x1f6f54:nb_colors=3:seed=9',
  e: 'gradients=s=720x1280:c0=0x2b1055:c1=0xd53369:c2=0x7597de:nb_colors=3:seed=5',
};

export function prepareMedia() {
  if (existsSync(join(media, 'program.mp4'))) return;
  mkdirSync(media, { recursive: true });
  const ffmpeg = (...words) =>
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...words], { cwd: media });
  for (const [name, source] of Object.entries(pictures)) {
    ffmpeg('-f', 'lavfi', '-i', source, '-frames:v', '1', '-q:v', '4', `${name}.jpg`);
  }
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '50', '-pix_fmt', 'yuv420p'];
  ffmpeg(
    ...['-f', 'lavfi', '-i', 'testsrc2=s=1280x720:r=25', '-f', 'lavfi', '-i', 'sine=f=440:r=48000'],
    ...['-t', '60', ...encode, '-c:a', 'aac', '-b:a', '96k'],
    ...['-f', 'hls', '-hls_time', String(SEGMENT_SECONDS), '-hls_segment_type', 'fmp4'],
    ...['-hls_list_size', '0', 'recorded.m3u8'],
  );
  ffmpeg('-i', 'recorded.m3u8', '-c', 'copy', '-movflags', '+faststart', 'program.mp4');
}

export const segments = () =>
  readdirSync(media)
    .filter((name) => /^recorded\d+\.m4s$/.test(name))
    .sort((a, b) => parseInt(a.slice(8), 10) - parseInt(b.slice(8), 10));

/** The looped minute as a live playlist: what is on air at `now`. */
export function livePlaylist(startedAt, now) {
  const all = segments();
  const last = Math.floor((now - startedAt) / (SEGMENT_SECONDS * 1000));
  const first = Math.max(0, last - 30);
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${SEGMENT_SECONDS}`,
    `#EXT-X-MEDIA-SEQUENCE:${first}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${Math.floor(first / all.length)}`,
    '#EXT-X-MAP:URI="/media/init.mp4"',
  ];
  for (let n = first; n < last; n++) {
    if (n > first && n % all.length === 0) lines.push('#EXT-X-DISCONTINUITY');
    const at = new Date(startedAt + n * SEGMENT_SECONDS * 1000).toISOString();
    lines.push(`#EXT-X-PROGRAM-DATE-TIME:${at}`, `#EXTINF:${SEGMENT_SECONDS}.000,`);
    lines.push(`/media/${all[n % all.length]}`);
  }
  return `${lines.join('\n')}\n`;
}
