import { delay } from './delay.js';

/** Milliseconds from 1900, where NTP begins, to 1970. */
const NTP_EPOCH = 2_208_988_800_000;

/** What a receiving connection tells of itself. */
export interface WhepFigures {
  /** Anything from the server, checks and reports too. */
  readonly received: number;
  /** Pictures that can be shown. */
  readonly frames: number;
  /** Seconds from the server's sending to the screen, as far as it can be known here. */
  readonly behindEdge: number | null;
  /** Wall clock of the frame on the screen, as the server wrote it, and when that was. */
  readonly shown: { readonly at: number; readonly told: number } | null;
}

type Entry = Record<string, unknown>;

/** Reads `RTCPeerConnection.getStats()`; what a browser does not tell is null or 0. */
export function whepFigures(report: Iterable<unknown>): WhepFigures {
  const all = [...report] as Entry[];
  const picture = all.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'video');
  const pairs = all.filter(({ type }) => type === 'candidate-pair');
  const pair = pairs.find(({ nominated }) => nominated) ?? pairs[0];
  return {
    received: pairs.reduce((sum, one) => sum + number(one, 'bytesReceived'), 0),
    frames: number(picture, 'framesDecoded'),
    behindEdge: picture ? behindEdge(picture, pair) : null,
    shown: picture ? shown(picture) : null,
  };
}

function behindEdge(picture: Entry, pair: Entry | undefined): number | null {
  const emitted = number(picture, 'jitterBufferEmittedCount');
  const decoded = number(picture, 'framesDecoded');
  if (emitted === 0 || decoded === 0) return null;
  return (
    number(pair, 'currentRoundTripTime') / 2 +
    number(picture, 'jitterBufferDelay') / emitted +
    number(picture, 'totalDecodeTime') / decoded
  );
}

function shown(picture: Entry): WhepFigures['shown'] {
  const at = number(picture, 'estimatedPlayoutTimestamp');
  if (at <= 0) return null;
  return { at: at > NTP_EPOCH ? at - NTP_EPOCH : at, told: number(picture, 'timestamp') };
}

function number(entry: Entry | undefined, name: string): number {
  const value = entry?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** Seconds behind the event. */
export function whepDelay({ behindEdge, shown }: WhepFigures): number | null {
  return delay({ behindEdge, behindClock: shown && (shown.told - shown.at) / 1000 });
}
