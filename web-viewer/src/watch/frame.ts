/** The room that a player has; it decides what stands in the bar and what in the settings. */
export interface Frame {
  /** In rem, so that who enlarges the letters is not short of room. */
  readonly width: number;
  readonly height: number;
}

/** Beside play, sound, time, settings and full screen there is room for the ten-second buttons. */
export const hasSteps = ({ width }: Frame): boolean => width >= 27;

/** And for the beginning, chapters and picture-in-picture. */
export const hasAll = ({ width }: Frame): boolean => width >= 36;

/** And for what is only told: delay, quality; and the volume. */
export const hasWords = ({ width }: Frame): boolean => width >= 47;

/** Over the picture itself there is room for more than the bar. */
export const isHigh = ({ height }: Frame): boolean => height >= 17;

/** Tells of the room of an element, and of every change of it. */
export class Framing {
  private observer?: ResizeObserver;

  constructor(private readonly onFrame: (frame: Frame) => void) {}

  watch(element: Element): void {
    this.observer = new ResizeObserver(([entry]) => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      this.onFrame({ width: width / rem, height: height / rem });
    });
    this.observer.observe(element);
  }

  close(): void {
    this.observer?.disconnect();
  }
}
