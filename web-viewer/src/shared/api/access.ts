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

/** An empty password leaves the one that is set. Voids all invitations and rights given before. */
export const giveAccess = (station: Station, visibility: Visibility, password = '') =>
  station.send<Access>('PUT', path(station), { visibility, ...(password ? { password } : {}) });
