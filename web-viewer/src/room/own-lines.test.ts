import { expect, test } from 'vitest';
import { aRoom } from '../testing/fake-socket.js';
import { settle } from '../testing/fake-clock.js';
import { SessionBench } from '../testing/session-bench.js';
import type { Opened } from './inputs.js';
import { OwnLines } from './own-lines.js';

class FakeTrack {
  enabled = true;
  stopped = false;
  onended: (() => void) | null = null;
  stop(): void {
    this.stopped = true;
  }
}

const track = () => new FakeTrack() as unknown as MediaStreamTrack & FakeTrack;

async function bench(opened: () => Opened = () => ({ track: track() })) {
  const room = await new SessionBench().joined();
  const shared: FakeTrack[] = [];
  const lines = new OwnLines(
    room.session,
    {
      microphone: () => Promise.resolve(opened()),
      camera: () => Promise.resolve(opened()),
      screen: () => {
        const one = track();
        shared.push(one);
        return Promise.resolve({ track: one });
      },
    },
    () => undefined,
  );
  /** Carries a change out while the server agrees to everything. */
  const agreed = async (work: Promise<unknown>) => {
    for (let i = 0; i < 6; i++) {
      await settle();
      for (const { ref } of room.socket.sent) room.socket.say({ type: 'done', ref });
    }
    await work;
  };
  return { room, lines, shared, agreed };
}

test('muting silences the track here and tells the server', async () => {
  const { room, lines, agreed } = await bench();
  await agreed(lines.openMicrophone());
  await agreed(lines.mute(true));
  expect(lines.audio?.enabled).toBe(false);
  expect(room.socket.last('mute')).toMatchObject({ participant: 'p1', line: 'audio', on: true });
});

test('a mute by the host silences the track too, and unmuting oneself does not lift it', async () => {
  const { room, lines, agreed } = await bench();
  await agreed(lines.openMicrophone());
  const me = {
    ...({ id: 'p1', name: 'Robin', role: 'participant', connected: true, encoder: false } as const),
    audio: { present: true, mutedBySelf: false, mutedByHost: true, gain: 0 },
    video: { source: 'none', mutedBySelf: false, mutedByHost: false, codec: null, sending: false, trouble: null, still: true },
    hand: null,
    silenced: false,
  } as const;
  room.socket.say({ type: 'room', room: aRoom({ participants: [me] }) });
  lines.obeyHost();
  await agreed(lines.mute(false));
  expect(lines.audio?.enabled).toBe(false);
});

test('the camera goes off entirely: device stopped, line empty, source none', async () => {
  const { room, lines, agreed } = await bench();
  await agreed(lines.openCamera());
  const camera = lines.camera as unknown as FakeTrack;
  expect(room.socket.last('source')).toMatchObject({ source: 'camera' });
  await agreed(lines.closeCamera());
  expect(camera.stopped).toBe(true);
  expect(room.peer.sending.get('video')).toBeNull();
  expect(room.socket.last('source')).toMatchObject({ source: 'none' });
});

test('a shared screen takes the place of the camera and gives it back', async () => {
  const { room, lines, shared, agreed } = await bench();
  await agreed(lines.openCamera());
  await agreed(lines.share());
  expect(room.peer.sending.get('video')).toBe(shared[0]);
  expect(room.socket.last('source')).toMatchObject({ source: 'screen' });
  shared[0]!.onended?.();
  await agreed(Promise.resolve());
  expect(room.peer.sending.get('video')).toBe(lines.camera);
  expect(room.socket.last('source')).toMatchObject({ source: 'camera' });
});

test('after each entry the server hears what the lines carry', async () => {
  const { room, lines, agreed } = await bench();
  await agreed(lines.openMicrophone());
  room.socket.sent.length = 0;
  await agreed(lines.tell());
  expect(room.socket.last('microphone')).toMatchObject({ present: true });
  expect(room.socket.last('source')).toMatchObject({ source: 'none' });
  expect(room.socket.last('mute')).toMatchObject({ on: false });
});

test('a device that cannot be had is reported and changes nothing', async () => {
  const { lines } = await bench(() => ({ track: null, trouble: 'denied' }));
  expect(await lines.openCamera()).toEqual({ track: null, trouble: 'denied' });
  expect(lines.source).toBe('none');
});

test('a second share takes the place of the first, which ends', async () => {
  const { lines, shared, agreed } = await bench();
  await agreed(lines.share());
  await agreed(lines.share());
  expect(shared.map(({ stopped }) => stopped)).toEqual([true, false]);
  expect(lines.screen).toBe(shared[1]);
});

test('a device that opens after one has left is let go at once', async () => {
  const opened: FakeTrack[] = [];
  const { lines, shared } = await bench(() => {
    const one = track();
    opened.push(one);
    return { track: one };
  });
  const asked = [lines.openMicrophone(), lines.openCamera(), lines.share()];
  lines.close();
  await Promise.all(asked);
  expect([...opened, ...shared].map(({ stopped }) => stopped)).toEqual([true, true, true]);
  expect([lines.audio, lines.camera, lines.screen]).toEqual([null, null, null]);
});
