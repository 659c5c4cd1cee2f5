import type { Clock } from '../shared/clock.js';
import { read, write } from '../shared/keep.js';
import { keepLiveCaptions, keptCaptions } from './captions.js';
import { isEmpty, nextChange, nothingShown, shownAt, type LayerEvent, type Shown } from '../shared/layer/layer.js';
import { LayerFeed } from '../shared/layer/layer-feed.js';
import type { Playback } from '../shared/player/playback.js';

const KEY = 'rostrum.layer';

/** The player looks twice a second anyhow; what changes before is waited for exactly. */
const LOOKS_EVERY = 600;

/** The player whose picture something stands above. */
export interface Overlaid {
  readonly video: HTMLVideoElement;
  readonly live: boolean;
  /** Wall clock of the program's first picture, in milliseconds. */
  readonly begun: number;
  readonly engine?: Playback;
}

type Feed = (url: string, heard: (events: readonly LayerEvent[]) => void) => { stop(): void };

/** What stands above the picture at the moment that is seen, if the viewer wants it. */
export class Overlay {
  shown: Shown = nothingShown;
  /** Wall clock of the minute that is seen; 0 while no clock is shown. */
  minute = 0;
  /** Whether there is anything to be switched off. */
  there = false;
  wanted = read(KEY) !== 'off';
  /** Whether lines are typed for this program, which are shown live; recordings have them as tracks. */
  captioned = false;
  captions = keptCaptions() !== null;
  private events: readonly LayerEvent[] = [];
  private feed?: { stop(): void };
  private url = '';
  private cancel: () => void = () => undefined;

  constructor(
    private readonly of: Overlaid,
    private readonly changed: () => void,
    private readonly clock: Clock,
    private readonly open: Feed = (url, heard) => new LayerFeed(url, heard, clock),
  ) {}

  /** Another program; its layer stands beside its master playlist. */
  begin(hls: string): void {
    const url = hls ? new URL('layer.json', hls).href : '';
    if (url === this.url) return;
    this.close();
    this.url = url;
    if (url) this.feed = this.open(url, (events) => this.hear(events));
  }

  close(): void {
    this.feed?.stop();
    this.cancel();
    this.url = '';
    this.events = [];
    this.there = false;
    this.captioned = false;
    this.look();
  }

  turnCaptions(): void {
    this.captions = !this.captions;
    keepLiveCaptions(this.captions ? this.language : null);
    this.look();
    this.changed();
  }

  private get language(): string {
    const line = this.events.findLast(({ show }) => show === 'caption');
    return line?.show === 'caption' ? line.language : '';
  }

  turn(): void {
    this.wanted = !this.wanted;
    write(KEY, this.wanted ? null : 'off');
    this.look();
  }

  private hear(events: readonly LayerEvent[]): void {
    this.events = events;
    this.there = events.some(({ show }) => show !== 'picture' && show !== 'caption');
    this.captioned = this.of.live && events.some(({ show }) => show === 'caption');
    this.look();
    this.changed();
  }

  /** Time has passed, or the viewer is elsewhere. */
  look(): void {
    this.cancel();
    const moment = this.moment;
    const shown = moment === null ? nothingShown : this.wish(shownAt(this.events, moment));
    this.show(isEmpty(shown) ? nothingShown : shown, moment ?? 0);
    if ((this.there || this.captioned) && moment !== null) this.wait(moment);
  }

  /** What of it the viewer wants. */
  private wish(shown: Shown): Shown {
    const { caption, language } =
      this.captioned && this.captions ? shown : nothingShown;
    return { ...(this.wanted && this.there ? shown : nothingShown), caption, language };
  }

  private show(shown: Shown, moment: number): void {
    const minute = shown.clock ? Math.floor((this.of.begun + moment * 1000) / 60_000) * 60_000 : 0;
    if (JSON.stringify(shown) === JSON.stringify(this.shown) && minute === this.minute) return;
    this.shown = shown;
    this.minute = minute;
    this.changed();
  }

  private wait(moment: number): void {
    const { video } = this.of;
    const millis = ((nextChange(this.events, moment) - moment) * 1000) / (video.playbackRate || 1);
    if (!video.paused && millis < LOOKS_EVERY) {
      this.cancel = this.clock.later(() => this.look(), Math.ceil(millis) + 5);
    }
  }

  /** Seconds of the program that are seen; null while nothing is. */
  private get moment(): number | null {
    const { live, begun, video, engine } = this.of;
    if (!live) return video.currentTime;
    const at = engine?.shownAt ?? null;
    return at === null ? null : (at - begun) / 1000;
  }
}
