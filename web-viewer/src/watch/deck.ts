import { keptCaptions } from './captions.js';
import { Engine } from '../shared/player/engine.js';
import { LivePlayback, type Way, type Why, type Wish } from '../shared/player/live.js';
import type { Playback } from '../shared/player/playback.js';
import { liveMakers } from './live-makers.js';

/** What plays in a video element, one after the other, and what is to be said of it. */
export class Deck {
  engine?: Playback;
  way: Way | null = null;
  why: Why | null = null;
  /** Nothing can be loaded right now. */
  troubled = false;
  /** The browser allowed a picture without sound only. */
  silenced = false;

  constructor(
    private readonly video: () => HTMLVideoElement,
    private readonly onChange: () => void,
  ) {}

  private readonly listener = {
    onTrouble: (troubled: boolean) => this.say({ troubled }),
    onSilenced: () => this.say({ silenced: true }),
    onWay: (way: Way, why: Why | null) => this.say({ way, why }),
  };

  /** @param from seconds since the program began; negative: where the server says */
  playPast(url: string, from = -1): void {
    this.play(new Engine(this.video(), url, false, this.listener, from, keptCaptions()));
  }

  playLive(hls: string, whep: string, wish: Wish): void {
    this.say({ way: null, why: null });
    const makers = liveMakers(this.video(), hls, whep);
    this.play(new LivePlayback(whep ? wish : 'smooth', makers, this.listener));
  }

  want(wish: Wish): void {
    if (this.engine instanceof LivePlayback) void this.engine.want(wish);
  }

  private play(engine: Playback): void {
    this.engine?.close();
    this.engine = engine;
    void engine.start();
  }

  /** Sound was switched on, by whatever control. */
  look(): void {
    if (this.silenced && !this.video().muted) this.say({ silenced: false });
  }

  unmute(): void {
    const video = this.video();
    video.muted = false;
    if (video.volume === 0) video.volume = 1;
    this.say({ silenced: false });
    void video.play().catch(() => undefined);
  }

  close(): void {
    this.engine?.close();
    this.engine = undefined;
  }

  private say(news: Partial<Pick<Deck, 'way' | 'why' | 'troubled' | 'silenced'>>): void {
    Object.assign(this, news);
    this.onChange();
  }
}
