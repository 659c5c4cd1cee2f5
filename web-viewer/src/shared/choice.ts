import { commonDomain, friend } from './friend.js';
import { read, write } from './keep.js';

/** What a person chose once, for all pages of both servers: language and look. */
export interface Choice {
  /** In an address that hands it over; taken out of the address bar on arrival. */
  readonly parameter: string;
  readonly cookie: string;
  /** Where this browser kept it before there were cookies, and where cookies are forbidden. */
  readonly key: string;
}

export const languageChoice: Choice = {
  parameter: 'lang',
  cookie: 'rostrum-language',
  key: 'rostrum.language',
};
export const lookChoice: Choice = {
  parameter: 'look',
  cookie: 'rostrum-look',
  key: 'rostrum.theme',
};
const ALL = [languageChoice, lookChoice];
const A_YEAR = 365 * 24 * 3600;

/** The choice as it was made last on either server, if it is one of these. */
export function chosen<T extends string>(choice: Choice, all: readonly T[]): T | null {
  const known = (value: string | null | undefined) => all.find((one) => one === value) ?? null;
  const handed = known(arrived(choice));
  if (handed) keep(choice, handed);
  return handed ?? known(inCookie(choice)) ?? known(read(choice.key));
}

export function keep(choice: Choice, value: string): void {
  write(choice.key, value);
  const page = globalThis.document;
  if (!page) return;
  const where = domain();
  page.cookie =
    `${choice.cookie}=${value}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax` +
    (location.protocol === 'https:' ? '; Secure' : '') +
    (where ? `; Domain=${where}` : '');
}

/** The address with what was chosen here: another host may not see our cookies. */
export function handingOver(address: string): string {
  const url = new URL(address);
  for (const choice of ALL) {
    const value = inCookie(choice) ?? read(choice.key);
    if (value) url.searchParams.set(choice.parameter, value);
  }
  return url.href;
}

/** From now on links to the other server, where it has another host, hand the choices over. */
export function handOverInLinks(page: Document = document): void {
  const other = friend();
  if (!other || new URL(other).hostname === location.hostname) return;
  const hand = (event: Event) => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (link && link.origin === new URL(other).origin) link.href = handingOver(link.href);
  };
  for (const press of ['click', 'auxclick']) page.addEventListener(press, hand, { capture: true });
}

/** Takes what was handed over out of the address bar: it is no part of what the page is. */
export function forgetArrived(): void {
  const url = new URL(location.href);
  if (!ALL.some(({ parameter }) => url.searchParams.has(parameter))) return;
  for (const { parameter } of ALL) url.searchParams.delete(parameter);
  history.replaceState(history.state, '', url);
}

const arrived = ({ parameter }: Choice) =>
  globalThis.location && new URLSearchParams(location.search).get(parameter);

function inCookie({ cookie }: Choice): string | null {
  const all = globalThis.document?.cookie.split('; ') ?? [];
  return all.find((one) => one.startsWith(`${cookie}=`))?.slice(cookie.length + 1) ?? null;
}

function domain(): string | null {
  const other = friend();
  return other ? commonDomain(location.hostname, new URL(other).hostname) : null;
}
