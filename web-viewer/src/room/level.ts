/** dBov (0 loudest, -127 silent) as the length of a meter, 0 to 1; speech fills most of it. */
export function meterOf(dbov: number | undefined): number {
  if (dbov === undefined) return 0;
  const [quiet, loud] = [-60, -12];
  return Math.min(1, Math.max(0, (dbov - quiet) / (loud - quiet)));
}

/** Watches the level of a local track, before anybody else hears it. */
export class TrackLevel {
  private readonly context = new AudioContext();
  private readonly analyser = this.context.createAnalyser();
  private readonly samples: Float32Array<ArrayBuffer>;

  constructor(track: MediaStreamTrack) {
    this.analyser.fftSize = 1024;
    this.samples = new Float32Array(this.analyser.fftSize);
    this.context.createMediaStreamSource(new MediaStream([track])).connect(this.analyser);
    void this.context.resume();
  }

  /** dBov of the last 20 ms or so. */
  read(): number {
    this.analyser.getFloatTimeDomainData(this.samples);
    return dbov(this.samples);
  }

  close(): void {
    void this.context.close();
  }
}

/** RFC 6465: level relative to the overload point, here of float samples in [-1, 1]. */
export function dbov(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  return rms > 0 ? Math.max(-127, 20 * Math.log10(rms)) : -127;
}
