/** The other server of this station, as the page was told by ours; none where it is alone. */
export function friend(): string | null {
  return globalThis.document?.documentElement.dataset['friend'] || null;
}

/** An address at the other server; null where there is none. */
export function atFriend(path: string): string | null {
  const base = friend();
  return base === null ? null : base.replace(/\/$/, '') + path;
}

/**
 * The domain that both hosts lie in, so that one cookie serves both; null where they share none.
 * Browsers refuse those that everybody may register below.
 */
export function commonDomain(one: string, other: string): string | null {
  if (one === other || [one, other].some((host) => /^[\d.]+$|[:[]/.test(host))) return null;
  const [ours, theirs] = [one, other].map((host) => host.split('.').reverse()) as [string[], string[]];
  const end = ours.findIndex((label, at) => label !== theirs[at]);
  const shared = end < 0 ? ours : ours.slice(0, end);
  return shared.length > 1 ? shared.reverse().join('.') : null;
}
