import type { ChatLine, Erased } from '../../shared/signal/messages.js';

/** What was written, as far as this page knows it. */
export interface ChatLog {
  /** In the order of their numbers. */
  readonly lines: readonly ChatLine[];
  /** The greatest number that was ever heard of. */
  readonly last: number;
  /** What stood there when one came in is no news; -1: that is not known yet. */
  readonly before: number;
}

/** More are forgotten, the oldest first. */
export const MOST = 5_000;

export const silence: ChatLog = { lines: [], last: 0, before: -1 };

/** With these messages too; what is known already is not there twice. */
export function heard(log: ChatLog, messages: readonly ChatLine[]): ChatLog {
  const known = new Set(log.lines.map(({ number }) => number));
  const fresh = messages.filter(({ number }) => !known.has(number));
  if (fresh.length === 0) return log;
  const all = [...log.lines, ...fresh];
  const inOrder = fresh.every(({ number }) => number > log.last);
  if (!inOrder) all.sort((a, b) => a.number - b.number);
  const last = Math.max(log.last, ...fresh.map(({ number }) => number));
  return { ...log, lines: all.slice(-MOST), last };
}

/** Without what was taken back. */
export function without(log: ChatLog, { through, messages }: Erased): ChatLog {
  const gone = new Set(messages);
  const lines = log.lines.filter(({ number }) => number > (through ?? 0) && !gone.has(number));
  return lines.length === log.lines.length ? log : { ...log, lines };
}

/** All that is there by now was there when one came in. */
export const arrived = (log: ChatLog): ChatLog => ({ ...log, before: log.last });

/** What others wrote since that number. */
export function unread(log: ChatLog, seen: number, you: string | null): number {
  if (log.before < 0) return 0;
  const from = Math.max(seen, log.before);
  let count = 0;
  for (let i = log.lines.length - 1; i >= 0 && log.lines[i]!.number > from; i -= 1) {
    if (log.lines[i]!.from !== you) count += 1;
  }
  return count;
}
