import type { Station } from './station.js';
import type { Visibility } from './streaming.js';

/** Who may watch, as `GET /api/channels/{id}/access` tells it. */
export interface Access {
  readonly visibility: Visibility;
  /** Whether there is one. */
  readonly password: boolean;
  readonly page: string;
  /** Opens a private channel; null where it is none. */
  readonly invitation: string | null;
}

export const VISIBILITIES = ['public', 'unlisted', 'private'] as const;

/** Characters of a password (docs/protocol.md, Private programs). */
export const SHORTEST_PASSWORD = 8;

const path = ({ room }: Station) => `/api/channels/${encodeURIComponent(room)}/access`;

export const accessOf = (station: Station) => station.send<Access>('GET', path(station));

/**
 * What opens for whom the host sends it: the page of a program or recording, with his invitation
 * where it opens by that only.
 */
export function linkFor(page: string, access: Access | null): string {
  const invite = access?.invitation && new URL(access.invitation).searchParams.get('invite');
  if (!invite) return page;
  const link = new URL(page);
  link.searchParams.set('invite', invite);
  return link.href;
}

/** An empty password leaves the one that is set. Voids all invitations and rights given before. */
export const giveAccess = (station: Station, visibility: Visibility, password = '') =>
  station.send<Access>('PUT', path(station), { visibility, ...(password ? { password } : {}) });
