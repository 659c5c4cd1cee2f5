/** What Safari has instead of the Remote Playback API. */
interface AirPlayVideo extends HTMLVideoElement {
  webkitShowPlaybackTargetPicker?(): void;
}

const AIRPLAY = 'webkitplaybacktargetavailabilitychanged';

/** Other screens on which this browser can show a video; it says itself whether there are any. */
export class Remote {
  private watched?: number;
  private stopped = false;
  private near = false;

  constructor(
    private readonly video: AirPlayVideo,
    private readonly onChange: () => void,
  ) {}

  get there(): boolean {
    return this.near;
  }

  start(): void {
    this.video.addEventListener(AIRPLAY, this.onAirPlay);
    void this.video.remote
      ?.watchAvailability((near) => this.take(near))
      .then((id) => {
        this.watched = id;
        if (this.stopped) this.stop();
      })
      // A browser that cannot look for screens all the time has none to offer here.
      .catch(() => undefined);
  }

  stop(): void {
    this.stopped = true;
    this.video.removeEventListener(AIRPLAY, this.onAirPlay);
    if (this.watched !== undefined) void this.video.remote.cancelWatchAvailability(this.watched);
  }

  /** The browser's own list of screens. */
  choose(): void {
    if (this.video.webkitShowPlaybackTargetPicker) this.video.webkitShowPlaybackTargetPicker();
    else void this.video.remote.prompt().catch(() => undefined);
  }

  private readonly onAirPlay = (event: Event) =>
    this.take((event as Event & { availability?: string }).availability === 'available');

  private take(near: boolean): void {
    if (near === this.near) return;
    this.near = near;
    this.onChange();
  }
}
