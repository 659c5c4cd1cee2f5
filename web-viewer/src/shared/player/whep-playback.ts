import { playAloud, type Playback, type PlaybackListener } from './playback.js';
import type { Whep } from './whep.js';
import { whepDelay } from './whep-figures.js';

/** Shows a connection by WHEP, which has pictures already, in a video element. */
export class WhepPlayback implements Playback {
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly whep: Whep,
    private readonly listener: PlaybackListener = {},
  ) {}

  async start(): Promise<void> {
    this.video.srcObject = this.whep.stream;
    await playAloud(this.video, () => this.listener.onSilenced?.());
  }

  close(): void {
    this.whep.close();
    this.video.srcObject = null;
  }

  get delay(): number | null {
    return whepDelay(this.whep.figures);
  }

  get shownAt(): number | null {
    const { shown } = this.whep.figures;
    return shown && shown.at + Date.now() - shown.told;
  }

  get toEdge(): number | null {
    return this.whep.figures.behindEdge;
  }

  get atEdge(): boolean {
    return !this.video.paused;
  }

  goLive(): void {
    void playAloud(this.video, () => this.listener.onSilenced?.());
  }
}
