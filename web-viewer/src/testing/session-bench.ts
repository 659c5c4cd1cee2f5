import { Session } from '../room/session.js';
import { aRoom, FakeSocket } from './fake-socket.js';
import { FakeClock, settle } from './fake-clock.js';
import { FakePeer } from './fake-peer.js';

/** A session between fakes: sockets, peers and time are the test's. */
export class SessionBench {
  readonly clock = new FakeClock();
  readonly sockets: FakeSocket[] = [];
  readonly peers: FakePeer[] = [];
  seat: string | null = null;
  entered = 0;

  readonly session = new Session(
    {
      clock: this.clock,
      openSocket: () => {
        const socket = new FakeSocket();
        this.sockets.push(socket);
        return socket;
      },
      openPeer: (listener) => {
        const peer = new FakePeer(listener);
        this.peers.push(peer);
        return peer;
      },
      keepSeat: (seat) => (this.seat = seat),
      keptSeat: () => this.seat,
      device: () => 'device',
      onEntered: () => (this.entered += 1),
    },
    0.5,
  );

  get socket(): FakeSocket {
    return this.sockets[this.sockets.length - 1]!;
  }

  get peer(): FakePeer {
    return this.peers[this.peers.length - 1]!;
  }

  get phase() {
    return this.session.state.phase;
  }

  /** Lets the newest connection succeed. */
  async welcome(you = 'p1'): Promise<void> {
    await settle();
    this.socket.open();
    await settle();
    const room = aRoom();
    this.socket.say({
      ...{ type: 'joined', you, seat: `seat-${you}`, rights: ['choose'], answer: 'answer', room },
    });
    await settle();
    this.peer.becomes('connected');
    await settle();
  }

  async joined(): Promise<this> {
    void this.session.join({ name: 'Robin' });
    await this.welcome();
    return this;
  }
}
