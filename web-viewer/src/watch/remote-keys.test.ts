import { expect, test } from 'vitest';
import { commandOf } from './keys.js';
import { deedOf, remoteKeyOf, type Deed, type Place, type RemoteKey } from './remote-keys.js';

const step = (direction: 'left' | 'right' | 'up' | 'down'): Deed => ({ kind: 'step', direction });
const command = (name: 'play' | 'back' | 'forward'): Deed => ({ kind: 'command', command: name });

test.each<[RemoteKey, Place, Deed]>([
  ['ok', 'nowhere', command('play')],
  ['left', 'nowhere', command('back')],
  ['right', 'nowhere', command('forward')],
  ['up', 'nowhere', { kind: 'enter' }],
  ['down', 'nowhere', { kind: 'enter' }],
  ['back', 'nowhere', { kind: 'leave' }],
  ['ok', 'control', null],
  ['left', 'control', step('left')],
  ['up', 'control', step('up')],
  ['back', 'control', { kind: 'retire' }],
  ['left', 'slider', null],
  ['right', 'slider', null],
  ['down', 'slider', step('down')],
  ['back', 'slider', { kind: 'retire' }],
  ['down', 'panel', step('down')],
  ['ok', 'panel', null],
  ['back', 'panel', { kind: 'close-panel' }],
])('the key %s does, with the viewer at %s, %j', (key, place, deed) => {
  expect(deedOf(key, place)).toEqual(deed);
});

test.each([
  ['Enter', 13, 'ok'],
  ['Escape', 27, 'back'],
  ['GoBack', 0, 'back'],
  ['BrowserBack', 166, 'back'],
  ['Unidentified', 461, 'back'],
  ['Unidentified', 10009, 'back'],
  ['ArrowUp', 38, 'up'],
  ['x', 88, null],
] as const)('%s (%i) of a remote control is %s', (key, keyCode, expected) => {
  expect(remoteKeyOf({ key, keyCode })).toBe(expected);
});

test.each([
  ['MediaPlayPause', 179, 'play'],
  ['MediaPlay', 0, 'resume'],
  ['MediaPause', 0, 'pause'],
  ['MediaStop', 178, 'pause'],
  ['MediaRewind', 227, 'back'],
  ['MediaFastForward', 228, 'forward'],
  ['Unidentified', 415, 'resume'],
  ['Unidentified', 19, 'pause'],
  ['Unidentified', 413, 'pause'],
  ['Unidentified', 412, 'back'],
  ['Unidentified', 417, 'forward'],
  ['Unidentified', 10252, 'play'],
] as const)('the media key %s (%i) means %s', (key, keyCode, expected) => {
  const [ctrlKey, metaKey, altKey] = [false, false, false];
  expect(commandOf({ key, keyCode, ctrlKey, metaKey, altKey })).toBe(expected);
});
