import { expect, test } from 'vitest';
import { FakeSocket } from '../../testing/fake-socket.js';
import { fromPages, fromServer } from '../../testing/golden-messages.js';
import { readMessage } from './messages.js';
import { Signal } from './signal.js';

const files = import.meta.glob<string>(
  '../../../../protocol-json/src/test/resources/io/rostrum/protocol/json/*/*.json',
  { query: '?raw', import: 'default', eager: true },
);

/** The files of one direction: name and text. */
function golden(direction: 'client' | 'server'): Map<string, string> {
  const found = Object.entries(files).filter(([path]) => path.includes(`/${direction}/`));
  return new Map(found.map(([path, text]) => [path.replace(/.*\/|\.json$/g, ''), text]));
}

const server = golden('server');
const client = golden('client');

test('the pages know all golden messages of both directions, and no others', () => {
  expect(Object.keys(fromServer).sort()).toEqual([...server.keys()].sort());
  expect(Object.keys(fromPages).sort()).toEqual([...client.keys()].sort());
});

test.each([...server])('%s: what the center writes is read as the types say', (name, text) => {
  expect(readMessage(text)).toEqual(fromServer[name]);
});

test.each([...client])('%s: what the pages send is what the center reads', (name, text) => {
  const { ref, ...expected } = JSON.parse(text) as Record<string, unknown>;
  const socket = new FakeSocket();
  const signal = new Signal(socket, { onMessage() {}, onBroken() {} });
  socket.open();
  const message = fromPages[name]!;
  if (name === 'leave-silently') signal.leave();
  else {
    const asked = message.type === 'join' ? signal.join(message) : signal.request(message);
    asked.catch(() => undefined);
  }
  const { ref: sentRef, ...sent } = socket.sent[0]!;
  expect(sent).toEqual(expected);
  if (ref !== undefined) expect(typeof sentRef).toBe(typeof ref);
});
