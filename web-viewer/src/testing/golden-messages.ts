import type { ChatLine, Join, Participant, Request, Right, Room, ServerMessage } from '../shared/signal/messages.js';

/**
 * The golden messages of protocol-json, typed: what the center's own codec reads and writes is what these types say.
 * The compiler holds them to the types, golden.test.ts to the files.
 */
const HARD_NAME = 'Ana "G\\u00f3mez" \\ </script> 王小明 \u{1F399}';

const host: Participant = {
  id: 'p2',
  name: HARD_NAME,
  role: 'host',
  connected: true,
  encoder: false,
  audio: { present: true, mutedBySelf: false, mutedByHost: false, gain: 0 },
  video: {
    ...{ source: 'camera', mutedBySelf: false, mutedByHost: false },
    ...{ codec: 'H264', sending: true, trouble: null, still: true },
  },
  hand: null,
  silenced: false,
};

const encoder: Participant = {
  id: 'p3',
  name: 'Harbour',
  role: 'participant',
  connected: true,
  encoder: true,
  audio: { present: false, mutedBySelf: false, mutedByHost: true, gain: -6 },
  video: {
    ...{ source: 'camera', mutedBySelf: false, mutedByHost: true },
    ...{ codec: 'VP8', sending: true, trouble: { kind: 'key-frames', seconds: 10, converted: true }, still: true },
  },
  hand: null,
  silenced: false,
};

const away: Participant = {
  id: 'p4',
  name: 'Mira',
  role: 'participant',
  connected: false,
  encoder: false,
  audio: { present: true, mutedBySelf: true, mutedByHost: false, gain: 0 },
  video: {
    ...{ source: 'none', mutedBySelf: true, mutedByHost: false },
    ...{ codec: null, sending: false, trouble: { kind: 'b-frames', seconds: null, converted: false }, still: false },
  },
  hand: 12,
  silenced: true,
};

const onAir: Room = {
  id: 'r1',
  title: 'Town hall',
  revision: 2 ** 52,
  locked: true,
  assigned: { kind: 'participant', id: 'p2' },
  speaker: 'p2',
  door: { closed: true, enterMuted: false, sentOut: 3 },
  chat: { open: false, kept: true },
  broadcast: {
    state: 'interrupted',
    session: 's1',
    title: HARD_NAME,
    since: '2026-11-20T10:00:00Z',
    page: 'http://localhost:8090/watch/r1',
    picture: 'p2',
    card: null,
    detail: 'The streaming server cannot be reached.',
    warning: { code: 'out-of-step', participant: 'p2' },
  },
  participants: [host, encoder, away],
};

const quiet: Room = {
  id: 'r1',
  title: '',
  revision: 0,
  locked: false,
  assigned: null,
  speaker: null,
  door: { closed: false, enterMuted: false, sentOut: 0 },
  chat: { open: true, kept: true },
  broadcast: {
    ...{ state: 'off', session: null, title: null, since: null, page: null },
    ...{ picture: null, card: null, detail: null, warning: null },
  },
  participants: [],
};

const rights: readonly Right[] = ['choose', 'lock', 'mute-others', 'remove', 'admit', 'broadcast'];
const locked = {
  type: 'https://rostrum.io/problems/locked',
  title: 'The host has locked the picture',
  status: 403,
  detail: 'Not now.',
};

const written = (number: number, isHost: boolean): ChatLine => ({
  ...{ number, at: '2026-11-20T10:00:00Z', from: 'p2', name: HARD_NAME, host: isHost },
  text: isHost ? `${HARD_NAME}\nhttps://x.org/?a=1&b=2` : 'Hello',
});

export const fromServer: Readonly<Record<string, ServerMessage>> = {
  joined: { type: 'joined', you: 'p2', seat: 'seat', rights, answer: 'v=0\r\n', room: onAir },
  'joined-guest': { type: 'joined', you: 'p3', seat: 'seat', rights: ['choose'], answer: 'v=0', room: quiet },
  waiting: { type: 'waiting' },
  knocks: { type: 'knocks', people: [{ id: 'w1', name: HARD_NAME }] },
  'knocks-nobody': { type: 'knocks', people: [] },
  room: { type: 'room', room: onAir },
  'room-quiet': { type: 'room', room: quiet },
  change: {
    ...{ type: 'change', since: 0, revision: 2 ** 52, gone: [], order: null },
    room: {
      ...{ locked: true, assigned: { kind: 'participant', id: 'p2' }, speaker: 'p2' },
      ...{ door: onAir.door, chat: onAir.chat, broadcast: onAir.broadcast },
    },
    participants: [host, encoder, away],
  },
  'change-back': {
    ...{ type: 'change', since: 2 ** 52, revision: 0, participants: [], order: null },
    room: {
      ...{ locked: false, assigned: null, speaker: null },
      ...{ door: quiet.door, chat: quiet.chat, broadcast: quiet.broadcast },
    },
    gone: ['p2', 'p3', 'p4'],
  },
  'change-speaker': {
    ...{ type: 'change', since: 16, revision: 17, room: { speaker: 'p3' } },
    ...{ participants: [], gone: [], order: null },
  },
  'change-order': {
    ...{ type: 'change', since: 17, revision: 18, room: {}, participants: [away] },
    ...{ gone: ['p9'], order: ['p4', 'p2', 'p3'] },
  },
  view: { type: 'view', participant: 'p2', selection: { kind: 'participant', id: 'p2' }, reason: null },
  'view-nothing': { type: 'view', participant: null, selection: { kind: 'speaker' }, reason: 'no-picture' },
  levels: { type: 'levels', levels: { p10: 0, p2: -20, p3: -127 } },
  'levels-silence': { type: 'levels', levels: {} },
  chat: { type: 'chat', messages: [written(7, true), written(8, false)] },
  erased: { type: 'erased', through: null, messages: [7, 2 ** 52] },
  'erased-all': { type: 'erased', through: 8, messages: [] },
  reactions: {
    type: 'reactions',
    people: [
      { participant: 'p2', reaction: 'clap' },
      { participant: 'p2', reaction: 'thumbs-up' },
    ],
  },
  still: { type: 'still', participant: 'p2', jpeg: '/9j/2Q==' },
  done: { type: 'done', ref: 'a' },
  refused: { type: 'refused', ref: 'b', problem: locked },
  'refused-later': {
    type: 'refused',
    ref: 'j',
    problem: {
      type: 'https://rostrum.io/problems/too-many-requests',
      title: 'Too many requests',
      ...{ status: 429, detail: 'Wait.', retryAfter: 8 },
    },
  },
  'refused-unasked': { type: 'refused', ref: null, problem: locked },
  closed: { type: 'closed', reason: 'room-closed' },
};

/** As the pages hand it to the connection, which adds the reference. */
export const fromPages: Readonly<Record<string, Join | Request>> = {
  join: {
    ...{ type: 'join', name: HARD_NAME, offer: 'v=0\r\n' },
    ...{ hostKey: 'key', seat: 'seat', device: 'd-1' },
  },
  'join-guest': { type: 'join', name: '', offer: 'v=0' },
  choose: { type: 'choose', selection: { kind: 'participant', id: 'p2' } },
  'choose-speaker': { type: 'choose', selection: { kind: 'speaker' } },
  'choose-none': { type: 'choose', selection: { kind: 'none' } },
  lock: { type: 'lock', on: true, selection: { kind: 'participant', id: 'p2' } },
  'lock-as-seen': { type: 'lock', on: true },
  'lock-off': { type: 'lock', on: false },
  assign: { type: 'assign', selection: { kind: 'speaker' } },
  mute: { type: 'mute', participant: 'p2', line: 'audio', on: true },
  'mute-off': { type: 'mute', participant: 'p2', line: 'video', on: false },
  gain: { type: 'gain', participant: 'p2', decibels: -6 },
  hand: { type: 'hand', up: true },
  'hand-of-another': { type: 'hand', up: false, participant: 'p2' },
  source: { type: 'source', source: 'screen' },
  'source-none': { type: 'source', source: 'none' },
  microphone: { type: 'microphone', present: false },
  still: { type: 'still', on: false },
  stills: { type: 'stills', of: ['p2', 'p3'] },
  'stills-no-more': { type: 'stills', of: [] },
  broadcast: { type: 'broadcast', on: true, title: HARD_NAME },
  'broadcast-off': { type: 'broadcast', on: false },
  remove: { type: 'remove', participant: 'p2' },
  door: { type: 'door', closed: true, enterMuted: false },
  'door-enter-muted': { type: 'door', enterMuted: true },
  admit: { type: 'admit', participant: 'w1', on: true },
  forgive: { type: 'forgive' },
  'lower-hands': { type: 'lower-hands' },
  rename: { type: 'rename', name: HARD_NAME },
  chat: { type: 'chat', open: false, kept: true },
  'chat-kept': { type: 'chat', kept: false },
  write: { type: 'write', text: `${HARD_NAME}\n\u2028https://x.org/?a=1` },
  erase: { type: 'erase', message: 7 },
  'erase-all': { type: 'erase' },
  recall: { type: 'recall', after: 2 ** 52 },
  react: { type: 'react', reaction: 'thumbs-up' },
  refresh: { type: 'refresh' },
  leave: { type: 'leave' },
  'leave-silently': { type: 'leave' },
};
