import { expect, test } from 'vitest';
import { setLanguage } from '../shared/i18n/language.js';
import { device } from './device.js';
import { openInput, troubleOf, type Devices } from './inputs.js';
import { dbov, meterOf } from './level.js';
import { ranked } from './lines.js';
import { News } from './news.js';
import { outside, type SessionState } from './session-state.js';
import { trouble } from './person-states.js';
import { QualityMeter } from './stats.js';
import { troubles } from './troubles.js';
import { cardOf, warningOf } from './warnings.js';
import { aRoom } from '../testing/fake-socket.js';

test('H264 that can be passed through comes first, then VP8, nothing else but repair', () => {
  const h264 = (profile: string, mode: number) => ({
    mimeType: 'video/H264',
    sdpFmtpLine: `level-asymmetry-allowed=1;packetization-mode=${mode};profile-level-id=${profile}`,
  });
  const list = [
    { mimeType: 'video/VP8' },
    { mimeType: 'video/rtx' },
    { mimeType: 'video/VP9' },
    h264('42001f', 1),
    h264('42e01f', 0),
    h264('42e01f', 1),
    { mimeType: 'video/AV1' },
  ];
  expect(ranked(list)).toEqual([list[5], list[3], list[0], list[4], list[1]]);
});

test('a meter is empty in silence and full at loud speech', () => {
  expect(meterOf(undefined)).toBe(0);
  expect(meterOf(-127)).toBe(0);
  expect(meterOf(-36)).toBeCloseTo(0.5);
  expect(meterOf(0)).toBe(1);
});

test('the level of a full-scale square wave is 0 dBov, of nothing -127', () => {
  expect(dbov(new Float32Array([1, -1, 1, -1]))).toBeCloseTo(0);
  expect(dbov(new Float32Array(64))).toBe(-127);
});

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'missing'],
  ['NotReadableError', 'busy'],
  ['TypeError', 'failed'],
])('%s means %s', (name, trouble) => {
  expect(troubleOf({ name })).toBe(trouble);
});

test('a chosen device that is gone gives way to any other', async () => {
  const asked: MediaStreamConstraints[] = [];
  const track = { contentHint: '' } as MediaStreamTrack;
  const devices: Devices = {
    getUserMedia(constraints) {
      asked.push(constraints);
      if (asked.length === 1) return Promise.reject({ name: 'OverconstrainedError' });
      return Promise.resolve({ getTracks: () => [track] } as unknown as MediaStream);
    },
    enumerateDevices: () => Promise.resolve([]),
  };
  expect(await openInput('camera', 'gone', devices)).toEqual({ track });
  expect(asked).toHaveLength(2);
});

test('without a secure address there is one explanation, not two', () => {
  setLanguage('en');
  expect(troubles('insecure', 'insecure')).toHaveLength(1);
  expect(troubles('denied', 'missing')).toHaveLength(2);
  expect(troubles()).toEqual([]);
});

test('rates and loss come from the difference of two reports', () => {
  const meter = new QualityMeter();
  const report = (timestamp: number, bytes: number, packets: number, lost: number) =>
    Object.entries({
      pair: {
        ...{ id: 'pair', type: 'candidate-pair', nominated: true, state: 'succeeded' },
        currentRoundTripTime: 0.021,
      },
      codec: { id: 'codec', type: 'codec', mimeType: 'video/H264' },
      in: {
        ...{ id: 'in', type: 'inbound-rtp', kind: 'video', timestamp, codecId: 'codec' },
        ...{ bytesReceived: bytes, packetsReceived: packets, packetsLost: lost },
        ...{ frameWidth: 1280, frameHeight: 720, framesPerSecond: 30 },
      },
    });
  meter.read(report(1_000, 0, 0, 0));
  const { roundTrip, up, down } = meter.read(report(2_000, 250_000, 90, 10));
  expect(roundTrip).toBeCloseTo(21);
  expect(up).toBeNull();
  expect(down).toMatchObject({ bitsPerSecond: 2_000_000, loss: 0.1, width: 1280, codec: 'H264' });
});

test('screen readers hear on air, the speaker and the picture once each', () => {
  setLanguage('en');
  const said: string[] = [];
  const news = new News((text) => said.push(text));
  const ana = { id: 'p2', name: 'Ana' } as never;
  const state = (change: Partial<SessionState>): SessionState => ({ ...outside, ...change });
  const room = aRoom({ participants: [ana] });
  news.tell(state({ room }));
  const live = aRoom({
    participants: [ana],
    speaker: 'p2',
    broadcast: { ...room.broadcast, state: 'on' },
  });
  const view = { participant: 'p2', selection: { kind: 'speaker' }, reason: null } as const;
  news.tell(state({ room: live, view }));
  news.tell(state({ room: live, view }));
  expect(said).toEqual(['The room is on air now', 'Ana is speaking', 'You see Ana']);
});

test('the host is told in his language what is wrong with a source on air', () => {
  const { broadcast } = aRoom();
  const room = aRoom({
    broadcast: { ...broadcast, warning: { code: 'out-of-step', participant: 'p9' } },
  });
  setLanguage('en');
  expect(warningOf(room)).toContain('Picture and sound of p9');
  expect(warningOf(aRoom())).toBeNull();
  setLanguage('zh');
  expect(
    warningOf({ ...room, broadcast: { ...broadcast, warning: { code: 'no-card', participant: null } } }),
  ).toContain('字卡');
  expect(
    warningOf({ ...room, broadcast: { ...broadcast, warning: { code: 'not-converted', participant: 'p9' } } }),
  ).toContain('p9 的画面无法转换');
  setLanguage('en');
});

test('the host is told in his language that a card is on air, and what it says', () => {
  const { broadcast } = aRoom();
  const room = aRoom({ broadcast: { ...broadcast, state: 'on', card: 'Ana' } });
  expect(cardOf(aRoom())).toBeNull();
  setLanguage('en');
  expect(cardOf(room)).toContain('a card with “Ana”');
  setLanguage('zh');
  expect(cardOf(room)).toContain('写有“Ana”的字卡');
  setLanguage('en');
});

test('screen readers hear once who waits at the door', () => {
  setLanguage('en');
  const said: string[] = [];
  const news = new News((text) => said.push(text));
  const at = (...names: string[]): SessionState => ({
    ...outside,
    room: aRoom(),
    knocks: names.map((name) => ({ id: name, name })),
  });
  news.tell(at('Ana'));
  news.tell(at('Ana', 'Ben'));
  news.tell(at('Ben'));
  expect(said).toEqual(['Ana is waiting at the door', 'Ben is waiting at the door']);
});

test('many who came at once are told by their number', () => {
  const said: string[] = [];
  const news = new News((text) => said.push(text));
  const knocks = ['Ana', 'Ben', 'Cem', 'Dan'].map((name) => ({ id: name, name }));
  news.tell({ ...outside, room: aRoom(), knocks });
  expect(said).toEqual(['4 people are waiting at the door']);
});

test('screen readers hear once what is wrong with a source, whoever may tend it or has it himself', () => {
  const person = (id: string, name: string, seconds: number | null) => ({
    ...{ id, name, role: 'participant', connected: true, encoder: true },
    audio: { present: true, mutedBySelf: false, mutedByHost: false, gain: 0 },
    video: { source: 'camera', trouble: { kind: 'key-frames', seconds } },
  });
  const at = (seconds: number | null, rights: SessionState['rights'], you = 'p1'): SessionState => ({
    ...{ ...outside, rights, you },
    room: aRoom({ participants: [person('p2', 'Harbour', seconds)] as never }),
  });
  const heard = (...states: SessionState[]) => {
    const said: string[] = [];
    const news = new News((text) => said.push(text));
    for (const state of states) news.tell(state);
    return said;
  };
  const [first, ...others] = heard(at(null, ['lock']), at(10, ['lock']), at(9, ['lock']));
  expect(first).toMatch(/^Harbour: This encoder does not answer/);
  expect(others).toEqual([]);
  expect(heard(at(10, ['choose'], 'p2'))).toHaveLength(1);
  expect(heard(at(10, ['choose']))).toEqual([]);
});

test('screen readers hear once that the program is kept here, and what is wrong with it', () => {
  const said: string[] = [];
  const news = new News((text) => said.push(text));
  const { broadcast } = aRoom();
  const at = (change: Partial<typeof broadcast>): SessionState => ({
    ...{ ...outside, rights: ['broadcast'] },
    room: aRoom({ broadcast: { ...broadcast, state: 'on', ...change } }),
  });
  news.tell(at({}));
  said.length = 0;
  const warning = { code: 'not-converted', participant: 'p9' } as const;
  for (let n = 0; n < 2; n++) news.tell(at({ state: 'interrupted', warning }));
  expect(said).toHaveLength(2);
  expect(said[0]).toContain('streaming server cannot be reached');
  expect(said[1]).toContain('p9 cannot be converted');
  news.tell(at({}));
  news.tell(at({ warning }));
  expect(said).toHaveLength(3);
});

test('a browser calls itself the same from visit to visit', () => {
  const kept = new Map<string, string>();
  const store = () =>
    ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    }) as unknown as Storage;
  const first = device(store);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(device(store)).toBe(first);
  kept.set('rostrum.device', 'no id of ours');
  expect(device(store)).not.toBe('no id of ours');
});

test('what somebody has to mend at his encoder is said in both languages', () => {
  const person = (found: object | null) =>
    ({ video: { trouble: found } }) as unknown as Parameters<typeof trouble>[0];
  expect(trouble(person(null))).toBeUndefined();
  setLanguage('en');
  expect(trouble(person({ kind: 'key-frames', seconds: 10 }))).toContain('every 10 s');
  expect(trouble(person({ kind: 'key-frames', seconds: null }))).toContain('does not answer');
  expect(trouble(person({ kind: 'b-frames', seconds: null }))).toContain('set them to 0');
  expect(trouble(person({ kind: 'b-frames', converted: true }))).toContain('converted');
  expect(trouble(person({ kind: 'key-frames', converted: true }))).toContain('converted');
  setLanguage('zh');
  expect(trouble(person({ kind: 'key-frames', seconds: 10 }))).toContain('每 10 秒');
  expect(trouble(person({ kind: 'b-frames', converted: true }))).toContain('转换');
  setLanguage('en');
});
