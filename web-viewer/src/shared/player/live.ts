import type { Clock } from '../clock.js';
import type { Playback, PlaybackListener } from './playback.js';
import { WhepError, type Whep, type WhepTrouble } from './whep.js';

/** What a viewer asked for: least delay, or a picture that never waits. */
export type Wish = 'low' | 'smooth';

/** What plays. */
export type Way = 'whep' | 'hls';

/** Why it is not what the viewer asked for. */
export type Why = WhepTrouble['kind'] | 'broken';

export interface LiveListener extends PlaybackListener {
  /** Something else plays from now on. */
  onWay?(way: Way, why: Why | null): void;
}

/** How the two ways are made; each shows its picture when started. */
export interface LiveMakers {
  readonly clock: Clock;
  /** Null: this program cannot be had by WHEP. */
  whep(onLost: () => void): Whep | null;
  show(whep: Whep, listener: PlaybackListener): Playback;
  hls(listener: PlaybackListener): Playback;
  /** Whether the playlist can be loaded. */
  reachable(): Promise<boolean>;
}

/** Until the other way is tried after one has failed, longer each time. */
const AGAIN = [20_000, 60_000, 180_000, 600_000] as const;

/** Longer than WHEP takes where it passes; then HLS has something to show while it is tried on. */
const BRIDGED_AFTER = 500;

/** HLS mends itself in this time, or WHEP helps out. */
const BROKEN_AFTER = 4_000;
const LOOK_AFTER_BROKEN = 15_000;

/**
 * A live program by WHEP or by LL-HLS: as the viewer wishes while that works, else by the other.
 *
 * What plays goes on until the new way has pictures.
 */
export class LivePlayback implements Playback {
  private way?: Way;
  private why: Why | null = null;
  private playing?: Playback;
  private trying?: Whep;
  /** HLS plays only until WHEP has pictures. */
  private bridged = false;
  private failures = 0;
  private cancelAgain?: () => void;
  private cancelBroken?: () => void;
  private closed = false;

  constructor(
    private wish: Wish,
    private readonly makers: LiveMakers,
    private readonly listener: LiveListener = {},
  ) {}

  async start(): Promise<void> {
    if (this.wish === 'low') await this.tryWhep(null);
    else await this.playHls(null);
  }

  /** The viewer changed his mind. */
  async want(wish: Wish): Promise<void> {
    if (wish === this.wish) return;
    this.wish = wish;
    this.failures = 0;
    this.rest();
    if (wish === 'low') await this.tryWhep(null);
    else await this.playHls(null);
  }

  /** Plays what can be wound back. */
  async leaveEdge(): Promise<void> {
    this.rest();
    await this.playHls(null);
  }

  private async tryWhep(helps: 'broken' | null): Promise<void> {
    if (this.trying || this.way === 'whep' || this.closed) return;
    const whep = this.makers.whep(() => this.lost(whep));
    if (!whep) return this.failed({ kind: 'unable' });
    this.trying = whep;
    const cancelBridge = this.makers.clock.later(() => void this.bridge(whep), BRIDGED_AFTER);
    try {
      await whep.connect().finally(cancelBridge);
      await this.connected(whep, helps);
    } catch (error) {
      if (this.trying !== whep) return;
      this.trying = undefined;
      await this.failed(error instanceof WhepError ? error.trouble : { kind: 'unable' });
    }
  }

  private async bridge(whep: Whep): Promise<void> {
    if (this.trying !== whep || this.way || this.closed) return;
    this.bridged = true;
    await this.showHls(null);
  }

  private async connected(whep: Whep, helps: 'broken' | null): Promise<void> {
    // Whoever has wound back meanwhile stays where he is.
    const woundBack = !this.bridged && this.way === 'hls' && this.playing?.atEdge === false;
    const left = helps === null && woundBack;
    this.bridged = false;
    if (this.trying !== whep || left) {
      if (this.trying === whep) this.trying = undefined;
      whep.close();
      return;
    }
    this.trying = undefined;
    this.failures = 0;
    this.cancelBroken?.();
    this.listener.onTrouble?.(false);
    const why = this.wish === 'low' ? null : helps;
    if (why) this.lookForHls();
    await this.swap('whep', this.makers.show(whep, this.listener), why);
  }

  private async failed(trouble: WhepTrouble): Promise<void> {
    if (this.closed) return;
    this.bridged = false;
    if (trouble.kind !== 'unable') {
      const again = AGAIN[Math.min(this.failures, AGAIN.length - 1)];
      this.failures += 1;
      this.later('again' in trouble ? trouble.again : (again ?? AGAIN[0]));
    }
    if (this.wish === 'smooth') return;
    if (this.way === 'hls') this.tell('hls', trouble.kind);
    else await this.playHls(trouble.kind);
  }

  private later(millis: number): void {
    this.cancelAgain?.();
    this.cancelAgain = this.makers.clock.later(() => {
      if (this.wish !== 'low' || this.way === 'whep') return;
      if (this.playing?.atEdge) void this.tryWhep(null);
      else this.later(millis);
    }, millis);
  }

  private lost(whep: Whep | null): void {
    if (this.closed || !whep || this.way !== 'whep') return;
    void this.failed({ kind: 'blocked' });
    if (this.wish === 'smooth') void this.playHls(null);
  }

  private async playHls(why: Why | null): Promise<void> {
    if (this.closed) return;
    this.callOff();
    await this.showHls(why);
  }

  private async showHls(why: Why | null): Promise<void> {
    if (this.way === 'hls') return this.tell('hls', why);
    const hls = this.makers.hls({
      onTrouble: (troubled) => this.onTrouble(troubled),
      onSilenced: () => this.listener.onSilenced?.(),
    });
    await this.swap('hls', hls, why);
  }

  private onTrouble(troubled: boolean): void {
    if (this.way !== 'hls') return;
    this.listener.onTrouble?.(troubled);
    if (!troubled) {
      this.cancelBroken?.();
      this.cancelBroken = undefined;
      if (this.wish === 'smooth') this.callOff();
    } else {
      this.cancelBroken ??= this.makers.clock.later(() => {
        this.cancelBroken = undefined;
        void this.tryWhep('broken');
      }, BROKEN_AFTER);
    }
  }

  /** A viewer who wants HLS gets it back as soon as it can be loaded again. */
  private lookForHls(): void {
    this.cancelAgain?.();
    this.cancelAgain = this.makers.clock.later(async () => {
      if (this.closed || this.wish !== 'smooth' || this.way !== 'whep') return;
      if (await this.makers.reachable()) await this.playHls(null);
      else this.lookForHls();
    }, LOOK_AFTER_BROKEN);
  }

  private async swap(way: Way, next: Playback, why: Why | null): Promise<void> {
    this.playing?.close();
    this.playing = next;
    this.tell(way, why);
    await next.start();
  }

  private tell(way: Way, why: Why | null): void {
    if (way === this.way && why === this.why) return;
    this.way = way;
    this.why = why;
    this.listener.onWay?.(way, why);
  }

  /** Nothing is planned any more. */
  private rest(): void {
    this.cancelAgain?.();
    this.cancelBroken?.();
    this.cancelBroken = undefined;
    this.callOff();
  }

  private callOff(): void {
    this.trying?.close();
    this.trying = undefined;
  }

  close(): void {
    this.closed = true;
    this.rest();
    this.playing?.close();
  }

  get byWhep(): boolean {
    return this.way === 'whep';
  }

  get delay(): number | null {
    return this.playing?.delay ?? null;
  }

  get shownAt(): number | null {
    return this.playing?.shownAt ?? null;
  }

  get toEdge(): number | null {
    return this.playing?.toEdge ?? null;
  }

  get atEdge(): boolean {
    return this.playing?.atEdge ?? false;
  }

  goLive(): void {
    this.playing?.goLive();
    if (this.wish === 'low' && this.why !== 'unable') void this.tryWhep(null);
  }

  holdEdge(hold: boolean): void {
    this.playing?.holdEdge?.(hold);
  }
}
