import type Hls from 'hls.js';
import workerPath from 'hls.js/dist/hls.worker.js?url';
import { CUT_OUT, momentAfterCut } from './cut.js';
import { delay } from './delay.js';
import { AT_EDGE, EdgeWish } from './edge-wish.js';
import { CATCH_UP, liveConfig, recordedConfig } from './engine-config.js';
import { holes } from './holes.js';
import { playAloud, type Playback, type PlaybackListener } from './playback.js';
import { StallWatch } from './stall.js';
import { nameOnPlaylists } from './viewer-name.js';

const LOOK_EVERY = 500;
const LOAD_AGAIN_AFTER = 1_000;

/** A few come from lost pictures; WebKitGTK has one after each part that it is given. */
const TORN = 5;
const TORN_WITHIN = 8;

/** Plays one HLS address in one video element: hls.js, or the browser itself where it must. */
export class Engine implements Playback {
  private hls?: Hls;
  private constructorOf?: typeof Hls;
  private timer?: ReturnType<typeof setInterval>;
  private again?: ReturnType<typeof setTimeout>;
  private readonly watch = new StallWatch();
  private readonly wish = new EdgeWish();
  private closed = false;
  /** The browser tears parts apart: it gets whole segments, and plays further behind. */
  private whole = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly url: string,
    private readonly live: boolean,
    private readonly listener: PlaybackListener = {},
    /** Seconds since the program began; negative: where the server says. */
    private readonly from = -1,
    /** The language in which captions are shown from the start; null: none. */
    private readonly captions: string | null = null,
  ) {}

  async start(): Promise<void> {
    const { default: Library } = await import('hls.js');
    if (this.closed) return;
    if (Library.isSupported()) this.attach(Library);
    else this.video.src = this.from < 0 ? this.url : `${this.url}#t=${this.from}`;
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    this.video.addEventListener('seeked', this.onSeeked);
    this.video.addEventListener('pause', this.onPause);
    await playAloud(this.video, () => this.listener.onSilenced?.());
  }

  close(): void {
    this.closed = true;
    clearInterval(this.timer);
    clearTimeout(this.again);
    this.video.removeEventListener('seeked', this.onSeeked);
    this.video.removeEventListener('pause', this.onPause);
    this.hls?.destroy();
    this.hls = undefined;
    if (this.video.src) this.video.removeAttribute('src');
  }

  /** Seconds behind the event; null while unknown or not live. */
  get delay(): number | null {
    if (!this.live) return null;
    const shown = this.hls?.playingDate;
    return delay({
      behindEdge: this.hls?.latestLevelDetails ? this.hls.latency : null,
      behindClock: shown ? (Date.now() - shown.getTime()) / 1000 : null,
    });
  }

  /** Wall clock of the frame shown, as the server wrote it, in milliseconds. */
  get shownAt(): number | null {
    return this.hls?.playingDate?.getTime() ?? null;
  }

  /** Seconds from the frame shown to the newest media on the server; null while unknown. */
  get toEdge(): number | null {
    return this.live && this.hls?.latestLevelDetails ? this.hls.latency : null;
  }

  get atEdge(): boolean {
    return this.live && !this.video.paused && this.behindEdge < AT_EDGE;
  }

  goLive(): void {
    this.wish.asked();
    const edge = this.edge;
    if (edge !== null) this.video.currentTime = edge;
    void this.video.play().catch(() => undefined);
  }

  holdEdge(hold: boolean): void {
    if (this.hls && this.live) this.hls.config.maxLiveSyncPlaybackRate = hold ? CATCH_UP : 1;
  }

  private readonly onSeeked = () => this.wish.jumped(this.video.currentTime, this.behindEdge);

  private readonly onPause = () => {
    if (!this.video.ended) this.wish.paused();
  };

  private get behindEdge(): number {
    const edge = this.edge;
    return edge === null ? 0 : edge - this.video.currentTime;
  }

  private get edge(): number | null {
    if (this.hls) return this.hls.liveSyncPosition ?? null;
    const { seekable } = this.video;
    return seekable.length > 0 ? seekable.end(seekable.length - 1) - 1 : null;
  }

  private attach(Library: typeof Hls): void {
    this.constructorOf = Library;
    const config = this.live ? { ...liveConfig, lowLatencyMode: !this.whole } : recordedConfig;
    const hls = new Library({
      ...config,
      workerPath,
      startPosition: this.from,
      ...(this.captions ? { subtitlePreference: { lang: this.captions } } : {}),
      xhrSetup: nameOnPlaylists,
    });
    this.hls = hls;
    hls.on(Library.Events.ERROR, (_, { fatal, type, errorAction, response }) => {
      if (fatal && !this.live && response?.code === CUT_OUT) this.wasCut(Library);
      else if (fatal) this.mend(type);
      else if (errorAction?.retryCount) this.listener.onTrouble?.(true);
    });
    hls.on(Library.Events.FRAG_BUFFERED, () => this.listener.onTrouble?.(false));
    hls.loadSource(this.url);
    hls.attachMedia(this.video);
  }

  private mend(type: string): void {
    if (type === this.constructorOf?.ErrorTypes.MEDIA_ERROR) {
      this.hls?.recoverMediaError();
      return;
    }
    this.listener.onTrouble?.(true);
    clearTimeout(this.again);
    this.again = setTimeout(() => this.reload(), LOAD_AGAIN_AFTER);
  }

  private reload(): void {
    const hls = this.hls;
    if (!hls) return;
    if (hls.latestLevelDetails) hls.startLoad();
    else hls.loadSource(this.url);
  }

  /** The host has cut the recording meanwhile: what is left is loaded anew, and goes on. */
  private wasCut(Library: typeof Hls): void {
    const { shownAt } = this;
    const { paused } = this.video;
    this.listener.onTrouble?.(true);
    this.hls?.destroy();
    clearTimeout(this.again);
    this.again = setTimeout(() => {
      if (this.closed) return;
      this.attach(Library);
      this.hls?.once(Library.Events.LEVEL_LOADED, (_, { details }) => {
        const begins = details.fragments[0]?.programDateTime ?? null;
        this.hls?.startLoad(momentAfterCut(shownAt, begins, details.totalduration));
        if (!paused) void this.video.play().catch(() => undefined);
      });
    }, LOAD_AGAIN_AFTER);
  }

  /** Begins again at the edge, so only for a viewer who is there, and plays. */
  private takeWhole(Library: typeof Hls): void {
    this.whole = true;
    this.hls?.destroy();
    this.attach(Library);
    void this.video.play().catch(() => undefined);
  }

  private look(): void {
    const parts = this.live && this.wish.wanted && !this.whole && this.constructorOf;
    if (parts && holes(this.video.buffered, TORN_WITHIN) >= TORN) this.takeWhole(parts);
    const { currentTime: position, paused, seeking, ended, buffered } = this.video;
    const end = buffered.length > 0 ? buffered.end(buffered.length - 1) : position;
    if (!seeking) this.wish.plays(position);
    const remedy = this.watch.look({
      now: performance.now(),
      position,
      resting: paused || seeking || ended || document.hidden,
      ahead: end - position,
    });
    if (remedy === 'nudge') this.video.currentTime = position + 0.1;
    const fellBehind = this.wish.wanted && !paused && !seeking && this.behindEdge > AT_EDGE;
    if (this.live && (remedy === 'edge' || fellBehind)) this.goLive();
    if (remedy === 'reload') this.reload();
  }
}
