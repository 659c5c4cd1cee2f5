import type { ChatLine } from '../../shared/signal/messages.js';

/** The chat as a text file: one message after the other, with day, time and name. */
export function asText(title: string, lines: readonly ChatLine[]): string {
  const said = lines.map(({ at, name, text }) => `[${local(at)}] ${name}: ${indented(text)}`);
  return `${[title, '', ...said].join('\r\n')}\r\n`;
}

/** A message cannot look like the beginning of another. */
const indented = (text: string): string => text.replaceAll('\n', '\r\n    ');

/** 2026-11-30 14:05:09, in the zone of who saves it. */
function local(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const two = (n: number) => String(n).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

/** Hands the browser a file to keep. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  [link.href, link.download] = [url, name];
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
