/** One way of playing a program in a video element. */
export interface Playback {
  /** Done when the picture was asked to move. */
  start(): Promise<void>;
  close(): void;
  /** Seconds behind the event; null while unknown or not live. */
  readonly delay: number | null;
  /** Wall clock of the frame shown, as the server wrote it, in milliseconds. */
  readonly shownAt: number | null;
  /** Seconds from the frame shown to the newest media on the server; null while unknown. */
  readonly toEdge: number | null;
  readonly atEdge: boolean;
  goLive(): void;
  /** Whether it may hold the live edge by a speed of its own; what knows none of that has none. */
  holdEdge?(hold: boolean): void;
}

export interface PlaybackListener {
  /** Nothing can be loaded right now; tried again by itself. */
  onTrouble?(troubled: boolean): void;
  /** The browser allowed a picture without sound only. */
  onSilenced?(): void;
}

/** Without a press of the user sound may be forbidden; a silent picture is better than none. */
export async function playAloud(video: HTMLVideoElement, onSilenced?: () => void): Promise<void> {
  await video.play().catch(async (error: unknown) => {
    if ((error as Error).name !== 'NotAllowedError') return;
    video.muted = true;
    onSilenced?.();
    await video.play().catch(() => undefined);
  });
}
