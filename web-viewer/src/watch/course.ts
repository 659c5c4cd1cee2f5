import { LivePlayback } from '../shared/player/live.js';
import type { Playback } from '../shared/player/playback.js';
import { ProgramClock, wayTo } from '../shared/player/program-clock.js';

/** Seconds at the old end of the live playlist that may be gone before they are asked for. */
const SETTLING = 3;

/** What the live playlist surely still holds, seconds; further back is the program's past. */
const LIVE_REACH = 45;

/** The player whose place in a program is kept. */
export interface Voyager {
  readonly video: HTMLVideoElement;
  readonly live: boolean;
  /** Wall clock of the program's first picture, in milliseconds. */
  readonly begun: number;
  /** Where a live program can be had from its beginning; empty where it cannot. */
  readonly past: string;
  readonly engine?: Playback;
  playLive(): void;
  playPast(moment: number): void;
}

/** Where in a program a viewer is, in seconds since it began, and how he gets elsewhere. */
export class Course {
  position = 0;
  end = 0;
  /** He is in the past of a live program. */
  rewound = false;
  /** Where a viewer who left WHEP wants to be as soon as the live playlist has come. */
  private wanted: number | null = null;
  private length = new ProgramClock(0);

  constructor(private readonly of: Voyager) {}

  /** Another program. */
  begin(): void {
    this.length = new ProgramClock(this.of.begun);
    this.rewound = false;
    this.wanted = null;
  }

  /** Something else plays: what was wanted of the former is void. */
  forget(): void {
    this.wanted = null;
  }

  /** Looks where he is; once he can be where he wants to, he goes there. */
  look(): void {
    const due = this.of.engine?.shownAt ? this.wanted : null;
    if (due !== null) this.wanted = null;
    this.measure();
    if (due !== null) this.seek(due);
  }

  private measure(): void {
    const { video, engine, live, begun } = this.of;
    if (!live) {
      this.position = video.currentTime;
      this.end = Number.isFinite(video.duration) ? video.duration : 0;
      return;
    }
    const shown = engine?.shownAt ?? null;
    if (shown !== null && this.wanted === null) this.position = Math.max(0, (shown - begun) / 1000);
    const toEdge = engine?.toEdge ?? null;
    if (shown !== null && toEdge !== null) this.length.learn(this.position + toEdge, Date.now());
    this.end = Math.max(this.position, this.length.end(Date.now()));
  }

  seek(moment: number): void {
    const { engine, live, video } = this.of;
    this.measure();
    const target = Math.min(this.end, Math.max(0, moment));
    if (engine instanceof LivePlayback && (engine.byWhep || this.wanted !== null)) {
      return this.leaveWhep(engine, target);
    }
    if (live) return this.seekLive(target);
    this.position = target;
    video.currentTime = target;
  }

  private seekLive(target: number): void {
    const { video } = this.of;
    const { seekable } = video;
    const shift = video.currentTime - this.position;
    this.position = target;
    const from = seekable.length > 0 ? seekable.start(0) - shift + SETTLING : Infinity;
    const to = seekable.length > 0 ? seekable.end(seekable.length - 1) - shift : 0;
    switch (wayTo(target, { from: this.rewound ? 0 : from, to, end: this.end })) {
      case 'live':
        return this.goLive();
      case 'here':
        video.currentTime = target + shift;
        return;
      case 'past':
        return this.rewound ? this.goLive() : this.goBack(target);
    }
  }

  /** The way with the least delay has no past: the others do. */
  private leaveWhep(live: LivePlayback, target: number): void {
    if (wayTo(target, { from: 0, to: 0, end: this.end }) === 'live') return this.goLive();
    if (this.end - target > LIVE_REACH) return this.goBack(target);
    this.wanted = target;
    this.position = target;
    void live.leaveEdge();
  }

  goLive(): void {
    this.wanted = null;
    if (!this.rewound) return this.of.engine?.goLive();
    this.rewound = false;
    this.position = this.end;
    this.of.playLive();
  }

  goBack(moment: number): void {
    if (!this.of.past) return;
    this.rewound = true;
    this.position = moment;
    this.of.playPast(moment);
  }
}
