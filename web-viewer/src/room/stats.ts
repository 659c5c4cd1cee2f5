/** Figures of one connection, out of getStats: what the quality panel shows. */
export interface Quality {
  /** Milliseconds. */
  readonly roundTrip: number | null;
  readonly up: Flow | null;
  readonly down: Flow | null;
}

export interface Flow {
  readonly bitsPerSecond: number;
  /** Of packets since the last sample, 0 to 1. */
  readonly loss: number;
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly codec: string;
}

interface Sample {
  readonly at: number;
  readonly bytes: number;
  readonly packets: number;
  readonly lost: number;
}

type Entry = Record<string, unknown> & { type: string; id: string };

/** Turns successive reports into rates. */
export class QualityMeter {
  private readonly before = new Map<string, Sample>();

  read(report: Iterable<[string, unknown]>): Quality {
    const entries = new Map([...report] as [string, Entry][]);
    const find = (type: string, kind?: string) =>
      [...entries.values()].find((e) => e.type === type && (!kind || e.kind === kind));
    const pair =
      entries.get(String(find('transport')?.selectedCandidatePairId)) ?? find('candidate-pair');
    const sent = find('outbound-rtp', 'video');
    const received = find('inbound-rtp', 'video');
    const remote = find('remote-inbound-rtp', 'video');
    const seconds = number(pair?.currentRoundTripTime);
    return {
      roundTrip: pair ? seconds * 1000 : null,
      up: sent ? this.flow(entries, sent, 'Sent', number(remote?.packetsLost)) : null,
      down: received
        ? this.flow(entries, received, 'Received', number(received.packetsLost))
        : null,
    };
  }

  private flow(
    entries: Map<string, Entry>,
    entry: Entry,
    way: 'Sent' | 'Received',
    lost: number,
  ): Flow {
    const sample = {
      at: number(entry.timestamp),
      bytes: number(entry[`bytes${way}`]),
      packets: number(entry[`packets${way}`]),
      lost,
    };
    const before = this.before.get(entry.id);
    this.before.set(entry.id, sample);
    return {
      ...rates(before, sample),
      width: number(entry.frameWidth),
      height: number(entry.frameHeight),
      framesPerSecond: Math.round(number(entry.framesPerSecond)),
      codec: String(entries.get(String(entry.codecId))?.mimeType ?? '').replace('video/', ''),
    };
  }
}

function rates(before: Sample | undefined, now: Sample) {
  const millis = before ? now.at - before.at : 0;
  if (!before || millis <= 0) return { bitsPerSecond: 0, loss: 0 };
  const lost = Math.max(0, now.lost - before.lost);
  const all = now.packets - before.packets + lost;
  return {
    bitsPerSecond: Math.max(0, ((now.bytes - before.bytes) * 8000) / millis),
    loss: all > 0 ? Math.min(1, lost / all) : 0,
  };
}

const number = (value: unknown) => (typeof value === 'number' ? value : 0);
