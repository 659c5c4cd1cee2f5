import type { Problem } from '../shared/api/problem.js';
import type {
  CloseReason,
  Knock,
  Levels,
  Participant,
  Reacted,
  Right,
  Room,
  View,
} from '../shared/signal/messages.js';
import { silence, type ChatLog } from './chat/log.js';
import type { Stills } from './picture/stills.js';

/** Why there is no connection: it broke, or too many come in from this address at once. */
export type Why = 'broken' | 'crowd';

/** Where a session stands; the page shows one of these and nothing in between. */
export type Phase =
  | { readonly kind: 'outside' }
  | { readonly kind: 'connecting' }
  /** At the door, until somebody lets us in. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'inside' }
  /** `at`: when the next try starts; null while it runs. */
  | { readonly kind: 'reconnecting'; readonly at: number | null; readonly why: Why }
  | { readonly kind: 'lost'; readonly why: Why }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'closed'; readonly reason: CloseReason }
  | { readonly kind: 'left' };

/** What somebody shows for a moment, each with a number of its own. */
export interface Sign extends Reacted {
  readonly key: number;
}

export interface SessionState {
  readonly phase: Phase;
  readonly you: string | null;
  readonly rights: readonly Right[];
  readonly room: Room | null;
  readonly knocks: readonly Knock[];
  readonly view: View | null;
  readonly levels: Levels;
  readonly stills: Stills;
  readonly chat: ChatLog;
  readonly signs: readonly Sign[];
  readonly picture: MediaStream | null;
  readonly sound: MediaStream | null;
}

export const outside: SessionState = {
  phase: { kind: 'outside' },
  you: null,
  rights: [],
  room: null,
  knocks: [],
  view: null,
  levels: {},
  stills: {},
  chat: silence,
  signs: [],
  picture: null,
  sound: null,
};

export const myself = ({ room, you }: SessionState): Participant | undefined =>
  room?.participants.find(({ id }) => id === you);

/** Nobody else is in the room, be it an encoder. */
export const alone = ({ room, you }: SessionState): boolean =>
  room?.participants.length === 1 && room.participants[0]?.id === you;

/** Alone, and no picture comes: then one sees oneself. */
export const seesHimself = (state: SessionState): boolean =>
  alone(state) && state.view?.reason !== null;

/** Whether one's own hand is up. */
export const handUp = (state: SessionState): boolean => (myself(state)?.hand ?? null) !== null;

/** Whose hands are up, in the order in which they were raised. */
export const raisedHands = (people: readonly Participant[]): Participant[] =>
  people.filter(({ hand }) => hand !== null).sort((a, b) => (a.hand ?? 0) - (b.hand ?? 0));

/** Raised hands first, in turn; then the host, oneself, the others as they came. */
export function inTurn(people: readonly Participant[], you: string | null): Participant[] {
  const rank = (person: Participant) =>
    person.role === 'host' ? 0 : person.id === you ? 1 : 2;
  const others = people.filter(({ hand }) => hand === null);
  return [...raisedHands(people), ...others.sort((a, b) => rank(a) - rank(b))];
}

/** Whether the server lets us do that: tools are shown by it, never by role. */
export const may = ({ rights }: SessionState, right: Right): boolean => rights.includes(right);

const TENDING = new Set<Right>(['lock', 'mute-others', 'remove']);

/** Whether there is anything that we may do about others, so that their troubles concern us. */
export const mayTend = (rights: readonly Right[]): boolean =>
  rights.some((right) => TENDING.has(right));

export const isOnAir = ({ room }: SessionState): boolean =>
  room?.broadcast.state === 'on' || room?.broadcast.state === 'interrupted';

/** Still in the room, or on the way back to it. */
export const isIn = ({ phase }: SessionState): boolean =>
  phase.kind === 'inside' || phase.kind === 'reconnecting' || phase.kind === 'lost';
