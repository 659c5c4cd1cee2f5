import { browserClock } from '../shared/clock.js';
import { read, write } from '../shared/keep.js';
import { openSocket } from '../shared/signal/open-socket.js';
import { device } from './device.js';
import { openInput, openScreen, type InputKind, type Opened } from './inputs.js';
import { keptDevice } from './kept-devices.js';
import { OwnLines } from './own-lines.js';
import { BrowserPeer } from './peer.js';
import { asWished } from './picture/effects.js';
import { Sight } from './picture/sight.js';
import { StillWish } from './picture/still-wish.js';
import { Session } from './session.js';

/** Session and own lines of one room, on the browser's own sockets, devices and timers. */
export interface Stay {
  readonly session: Session;
  readonly lines: OwnLines;
  readonly still: StillWish;
  readonly sight: Sight;
  onChange(listener: () => void): () => void;
}

async function opened(kind: InputKind, device: string | null): Promise<Opened> {
  const input = await openInput(kind, device);
  if (input.track) await asWished(input.track);
  return input;
}

export function openStay(room: string): Stay {
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());
  const seatKey = `rostrum.seat.${room}`;
  const session: Session = new Session({
    clock: browserClock,
    openSocket: () => openSocket(room),
    openPeer: (listener) => new BrowserPeer(lines.audio, lines.video, listener),
    keepSeat: (seat) => write(seatKey, seat, () => sessionStorage),
    keptSeat: () => read(seatKey, () => sessionStorage),
    device,
    onEntered: () => {
      void lines.tell().catch(() => undefined);
      void still.tell().catch(() => undefined);
    },
  });
  const still = new StillWish(session);
  const sight = new Sight(session, browserClock);
  const lines = new OwnLines(
    session,
    {
      microphone: (device) => opened('microphone', device),
      camera: (device) => opened('camera', device),
      screen: openScreen,
    },
    changed,
  );
  lines.cameraDevice = keptDevice('videoinput');
  lines.microphoneDevice = keptDevice('audioinput');
  session.onChange(() => {
    const { kind } = session.state.phase;
    if (kind === 'left' || kind === 'closed') lines.close();
    else lines.obeyHost();
    sight.follow();
    changed();
  });
  addEventListener('online', () => session.hurry());
  return {
    session,
    lines,
    still,
    sight,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
