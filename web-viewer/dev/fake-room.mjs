// The room of the fake center: what docs/protocol.md says, as far as the pages can see it.
import { fakeStill } from './fake-still.mjs';
import { problem } from './files.mjs';

const person = (id, name, more = {}) => ({
  id,
  name,
  role: 'participant',
  connected: true,
  encoder: false,
  hand: null,
  silenced: false,
  ...more,
  audio: { present: true, mutedBySelf: false, mutedByHost: false, gain: 0, ...more.audio },
  video: {
    ...{ source: 'camera', mutedBySelf: false, mutedByHost: false, codec: 'H264', sending: true, trouble: null, still: true },
    ...more.video,
  },
});

const HOST_RIGHTS = ['choose', 'lock', 'mute-others', 'remove', 'admit', 'broadcast'];

export class FakeRoom {
  constructor(streaming) {
    this.streaming = streaming;
    this.clients = new Map();
    this.answers = new Map();
    this.people = [
      person('p2', 'Ana Gómez'),
      person('p3', '王小明', { video: { source: 'screen' } }),
      person('p4', 'Dr. Chidi Okafor', { audio: { mutedBySelf: true, gain: -8 } }),
      person('p5', 'Harbour camera', {
        ...{ encoder: true, audio: { present: false } },
        video: { trouble: { kind: 'key-frames', seconds: 10, converted: false } },
      }),
      person('p6', 'Mira Lindqvist', { audio: { mutedByHost: true }, video: { source: 'none' } }),
    ];
    this.locked = false;
    this.assigned = null;
    this.door = { closed: false, enterMuted: false, sentOut: 0 };
    this.chat = { open: true, kept: true };
    this.lines = [];
    this.knocks = [];
    this.outside = [];
    this.speaker = 'p2';
    this.broadcast = this.off();
    this.timer = setInterval(() => this.levels(), 200);
  }

  off() {
    return { state: 'off', session: null, title: null, since: null, page: null, picture: null, card: null, detail: null, warning: null };
  }

  info() {
    const onAir = this.broadcast.state === 'on';
    return { id: 'r1', title: 'Town hall', participants: this.people.length, onAir, watch: null };
  }

  state() {
    const { locked, assigned, speaker, door, chat, broadcast, people: participants } = this;
    return { id: 'r1', title: 'Town hall', revision: 1, locked, assigned, speaker, door, chat, broadcast, participants };
  }

  useMedia(socket) {
    this.media = socket;
    socket.on('message', (text) => {
      const { id, answer } = JSON.parse(text);
      this.answers.get(id)?.(answer);
    });
  }

  enter(socket) {
    socket.on('message', (text) => {
      const message = JSON.parse(text);
      if (message.type === 'join') void this.join(socket, message);
      else if (socket.me) this.hear(socket, message);
    });
    socket.on('close', () => {
      this.clients.delete(socket.me?.id);
      this.people = this.people.filter(({ id }) => id !== socket.me?.id);
      this.tell();
    });
  }

  async join(socket, message) {
    const { name, offer, hostKey, ref } = message;
    if (this.crowd) {
      const detail = 'Too many from your address: wait 8 s.';
      const refusal = { ...problem('too-many-requests', 429), detail };
      return this.send(socket, { type: 'refused', ref, problem: refusal });
    }
    if (this.shut) {
      this.outside.push(() => this.join(socket, message));
      return this.send(socket, { type: 'waiting' });
    }
    const id = `me${this.clients.size + 1}`;
    const answer = await this.answer(id, offer);
    socket.me = person(id, name, { role: hostKey ? 'host' : 'participant', video: { source: 'none' } });
    socket.selection = { kind: 'participant', id: 'p2' };
    this.people = [...this.people, socket.me];
    this.clients.set(id, socket);
    const rights = hostKey ? HOST_RIGHTS : ['choose'];
    this.send(socket, { type: 'joined', ref, you: id, seat: `seat-${id}`, rights, answer, room: this.state() });
    this.tellKnocks();
    this.tell();
    this.view(socket);
  }

  answer(id, offer) {
    return new Promise((done) => {
      this.answers.set(id, done);
      this.media?.send(JSON.stringify({ type: 'offer', id, offer }));
    });
  }

  hear(socket, message) {
    const { me } = socket;
    const host = me.role === 'host';
    const refuse = (code, status) =>
      this.send(socket, { type: 'refused', ref: message.ref, problem: problem(code, status) });
    const hostOnly = ['lock', 'assign', 'broadcast', 'remove', 'door', 'admit', 'forgive', 'chat', 'erase', 'lower-hands'].includes(message.type);
    if (hostOnly && !host) return refuse('not-host', 403);
    if (message.type === 'choose') {
      if (this.locked && !host) return refuse('locked', 403);
      socket.selection = message.selection;
      this.view(socket);
    }
    if (message.type === 'lock') {
      this.locked = message.on;
      this.assigned = message.on ? (message.selection ?? socket.selection) : null;
      if (message.on) this.assign();
    }
    if (message.type === 'assign') {
      this.assigned = message.selection;
      this.assign();
    }
    if (message.type === 'source') me.video.source = message.source;
    if (message.type === 'microphone') me.audio.present = message.present;
    if (message.type === 'mute') this.mute(me, message);
    if (message.type === 'stills') this.stills(socket, message.of);
    if (message.type === 'still') me.video.still = message.on;
    if (message.type === 'gain') this.gain(message);
    if (message.type === 'hand') this.hand(me, message);
    if (message.type === 'broadcast') this.onAir(message.on, message.title);
    if (message.type === 'remove') {
      this.people = this.people.filter(({ id }) => id !== message.participant);
      this.door.sentOut += 1;
    }
    if (message.type === 'door') {
      const { closed = this.door.closed, enterMuted = this.door.enterMuted } = message;
      this.door = { ...this.door, closed, enterMuted };
    }
    if (message.type === 'admit') this.admit(message);
    if (message.type === 'forgive') this.door.sentOut = 0;
    if (message.type === 'rename') me.name = message.name;
    if (message.type === 'lower-hands') for (const one of this.people) one.hand = null;
    if (message.type === 'chat') {
      const { open = this.chat.open, kept = this.chat.kept } = message;
      this.chat = { open, kept };
    }
    if (message.type === 'write') {
      if (!this.chat.open && !host) return refuse('chat-closed', 403);
      this.write(me, message.text);
    }
    if (message.type === 'recall') {
      const messages = this.lines.filter(({ number }) => number > message.after);
      if (messages.length > 0) this.send(socket, { type: 'chat', messages });
    }
    if (message.type === 'erase') this.erase(message.message);
    if (message.type === 'react') this.react(me.id, message.reaction);
    this.send(socket, { type: 'done', ref: message.ref });
    this.tell();
  }

  write({ id: from, name, role }, text, at = new Date().toISOString()) {
    const number = (this.last = (this.last ?? 0) + 1);
    const line = { number, at, from, name, host: role === 'host', text };
    this.lines.push(line);
    this.tellAll({ type: 'chat', messages: [line] });
  }

  erase(number = null) {
    this.lines = this.lines.filter((one) => number !== null && one.number !== number);
    const messages = number === null ? [] : [number];
    this.tellAll({ type: 'erased', through: number === null ? this.last : null, messages });
  }

  react(participant, reaction) {
    this.tellAll({ type: 'reactions', people: [{ participant, reaction }] });
  }

  tellAll(message) {
    for (const socket of this.clients.values()) this.send(socket, message);
  }

  /** Somebody stands at the door, with nobody behind him. */
  knock(...names) {
    this.knocks = names.map((name, n) => ({ id: `w${n + 1}`, name }));
    this.tellKnocks();
  }

  admit({ participant, on }) {
    const { name } = this.knocks.find(({ id }) => id === participant) ?? {};
    this.knocks = this.knocks.filter(({ id }) => id !== participant);
    if (name && on) this.people = [...this.people, person(participant, name)];
    if (name && !on) this.door.sentOut += 1;
    this.tellKnocks();
  }

  tellKnocks() {
    for (const socket of this.clients.values()) {
      if (socket.me.role === 'host') this.send(socket, { type: 'knocks', people: this.knocks });
    }
  }

  /** Who waits in a browser of ours comes in. */
  letIn() {
    this.shut = false;
    for (const join of this.outside.splice(0)) void join();
  }

  /** As at the start. */
  calm() {
    this.door = { closed: false, enterMuted: false, sentOut: 0 };
    this.broadcast = { ...this.broadcast, warning: null };
    this.people = this.people.filter(({ id }) => !id.startsWith('w'));
    this.knock();
  }

  hand(me, { up, participant = me.id }) {
    const whose = this.people.find(({ id }) => id === participant);
    const last = Math.max(0, ...this.people.map(({ hand }) => hand ?? 0));
    if (whose) whose.hand = up ? (whose.hand ?? last + 1) : null;
  }

  mute(me, { participant, line, on }) {
    const target = this.people.find(({ id }) => id === participant);
    if (target && line === 'chat') target.silenced = on;
    else if (target) target[line][target === me ? 'mutedBySelf' : 'mutedByHost'] = on;
  }

  stills(socket, of) {
    for (const id of of) {
      const whose = this.people.find((one) => one.id === id);
      if (!whose || whose.video.source === 'none' || !whose.video.still || whose === socket.me) continue;
      this.send(socket, { type: 'still', participant: id, jpeg: fakeStill(Number(id.slice(1)) || 0) });
    }
  }

  gain({ participant, decibels }) {
    const whose = this.people.find(({ id }) => id === participant);
    if (whose) whose.audio.gain = decibels;
  }

  assign() {
    for (const socket of this.clients.values()) {
      socket.selection = this.assigned;
      this.view(socket);
    }
  }

  onAir(on, title = 'Town hall') {
    if (!on) {
      this.streaming.end('r1');
      this.broadcast = this.off();
      return;
    }
    this.broadcast = { ...this.off(), state: 'starting' };
    setTimeout(() => {
      const channel = this.streaming.start('r1', title, 'Ana Gómez');
      const { session, startedAt: since, page } = channel;
      const picture = [...this.clients.values()][0]?.selection.id ?? 'p2';
      this.broadcast = { ...this.off(), state: 'on', title, session, since, page, picture };
      this.tell();
    }, 400);
  }

  view(socket) {
    const { selection, me } = socket;
    const wanted = selection.kind === 'speaker' ? this.speaker : (selection.id ?? null);
    const found = this.people.find(({ id }) => id === wanted);
    const reason = !found ? 'nobody' : found.video.source === 'none' ? 'no-picture' : null;
    this.media?.send(JSON.stringify({ type: 'picture', id: me.id, name: found?.name ?? '' }));
    this.send(socket, { type: 'view', participant: found?.id ?? null, selection, reason });
    if (me.role === 'host' && this.broadcast.state === 'on') this.broadcast.picture = found?.id ?? null;
  }

  levels() {
    const speech = { p2: -18 - Math.random() * 20, p3: -48 - Math.random() * 10, p4: -90 };
    for (const socket of this.clients.values()) {
      this.send(socket, { type: 'levels', levels: { ...speech, [socket.me.id]: -40 } });
    }
  }

  tell() {
    for (const socket of this.clients.values()) {
      this.send(socket, { type: 'room', room: this.state() });
    }
  }

  send(socket, message) {
    socket.send(JSON.stringify(message));
  }

  close() {
    clearInterval(this.timer);
  }
}
