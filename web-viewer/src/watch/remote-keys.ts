import { directionOf, type Direction } from '../shared/ui/spatial.js';
import type { Command } from './keys.js';

/** What a remote control has, whatever its maker calls it. */
export type RemoteKey = Direction | 'ok' | 'back';

/** Where the viewer stands: nowhere, at a control of the player, or in a panel over the picture. */
export type Place = 'nowhere' | 'slider' | 'control' | 'panel';

export type Deed =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'step'; readonly direction: Direction }
  /** Shows the controls and stands at the first. */
  | { readonly kind: 'enter' }
  /** Away from the controls, back to the picture alone. */
  | { readonly kind: 'retire' }
  | { readonly kind: 'close-panel' }
  /** Back to where he came from. */
  | { readonly kind: 'leave' }
  /** The control itself knows. */
  | null;

const BACK = new Set(['GoBack', 'BrowserBack', 'XF86Back', 'Escape', 'Backspace']);

/** Sets without names for their keys: webOS, HbbTV, Tizen. */
const BACK_CODES = new Set([461, 10009]);

export function remoteKeyOf({ key, keyCode }: { key: string; keyCode?: number }): RemoteKey | null {
  if (BACK.has(key) || BACK_CODES.has(keyCode ?? 0)) return 'back';
  if (key === 'Enter' || key === 'Accept' || key === 'Select') return 'ok';
  return directionOf(key);
}

/** What a key does: over the picture alone it plays, pauses and rewinds; else it leads about. */
export function deedOf(key: RemoteKey, place: Place): Deed {
  if (key === 'back') return back(place);
  if (key === 'ok') return place === 'nowhere' ? command('play') : null;
  if (place === 'nowhere') return over(key);
  const along = key === 'left' || key === 'right';
  return place === 'slider' && along ? null : { kind: 'step', direction: key };
}

function back(place: Place): Deed {
  if (place === 'panel') return { kind: 'close-panel' };
  return place === 'nowhere' ? { kind: 'leave' } : { kind: 'retire' };
}

function over(direction: Direction): Deed {
  if (direction === 'left') return command('back');
  return direction === 'right' ? command('forward') : { kind: 'enter' };
}

const command = (one: Command): Deed => ({ kind: 'command', command: one });
