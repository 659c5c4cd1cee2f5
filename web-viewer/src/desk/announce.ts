import type { Announcement } from '../shared/api/streaming.js';

/** What a host fills in. */
export interface Form {
  readonly title: string;
  readonly host: string;
  /** Local time as `datetime-local` has it: 2026-11-28T19:30. */
  readonly at: string;
  readonly minutes: number;
  readonly description: string;
}

const HOUR = 3_600_000;

/** A new announcement begins at the next full hour but one, and takes an hour. */
export function fresh(host: string, nowMillis: number): Form {
  const at = new Date(Math.ceil(nowMillis / HOUR + 1) * HOUR);
  return { title: '', host, at: local(at), minutes: 60, description: '' };
}

export function formOf({ title, host, startsAt, length, description }: Announcement): Form {
  return { title, host, at: local(new Date(startsAt)), minutes: Math.round(length / 60), description };
}

/** What the streaming server is told. */
export function bodyOf({ title, host, at, minutes, description }: Form) {
  return {
    ...{ title: title.trim(), host: host.trim(), description: description.trim() },
    startsAt: new Date(at).toISOString(),
    length: Math.round(minutes * 60),
  };
}

/** Whether the browser's own field gave a time at all. */
export const hasTime = ({ at }: Form): boolean => !Number.isNaN(Date.parse(at));

function local(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
