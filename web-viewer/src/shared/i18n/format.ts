import { language, region } from './language.js';

/** 3725 => "1:02:05", 65 => "1:05". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Time of day of an ISO 8601 instant, in the viewer's zone. */
export function timeOfDay(iso: string): string {
  return intl(iso, { hour: 'numeric', minute: '2-digit' });
}

export function dayAndTime(iso: string): string {
  return intl(iso, { dateStyle: 'medium', timeStyle: 'short' });
}

/** "Fri 28 Nov", "11月28日周五". */
export function day(iso: string): string {
  return intl(iso, { weekday: 'short', day: 'numeric', month: 'short' });
}

function intl(iso: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(region(), options).format(date);
}

export function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let [value, unit] = [count, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export function bitRate(bitsPerSecond: number): string {
  return bitsPerSecond >= 1e6
    ? `${(bitsPerSecond / 1e6).toFixed(1)} Mbit/s`
    : `${Math.round(bitsPerSecond / 1e3)} kbit/s`;
}

/** A length in words: "about 0.2 seconds", "about 1 second", "12 minutes"; "约 1 秒". */
export function roughly(seconds: number): string {
  const en = language() === 'en';
  const unit = (n: number, one: string, zh: string) =>
    en ? `${n} ${one}${n === 1 ? '' : 's'}` : `${n} ${zh}`;
  const about = en ? 'about ' : '约 ';
  if (seconds < 0.95) return about + unit(Math.max(1, Math.round(seconds * 10)) / 10, 'second', '秒');
  if (seconds < 60) return about + unit(Math.round(seconds), 'second', '秒');
  if (seconds < 3600) return unit(Math.round(seconds / 60), 'minute', '分钟');
  return unit(Math.round(seconds / 3600), 'hour', '小时');
}
