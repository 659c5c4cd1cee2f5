/** Messages of `rostrum.v1` (docs/protocol.md, Signalling), as they stand on the wire. */
export type Selection =
  | { readonly kind: 'participant'; readonly id: string }
  | { readonly kind: 'speaker' }
  | { readonly kind: 'none' };

/** What one may do in a room. */
export type Right = 'choose' | 'lock' | 'mute-others' | 'remove' | 'admit' | 'broadcast';

export type Line = 'audio' | 'video' | 'chat';
export type Source = 'camera' | 'screen' | 'none';

export interface VideoTrouble {
  readonly kind: 'key-frames' | 'b-frames';
  /** Between his key frames, where it is known. */
  readonly seconds: number | null;
  /** The server codes his picture anew because of it. */
  readonly converted: boolean;
}

export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly role: 'host' | 'participant';
  readonly connected: boolean;
  readonly encoder: boolean;
  readonly audio: {
    readonly present: boolean;
    readonly mutedBySelf: boolean;
    readonly mutedByHost: boolean;
    /** Everybody hears him so many decibels louder than he comes; softer below 0. */
    readonly gain: number;
  };
  readonly video: {
    readonly source: Source;
    readonly mutedBySelf: boolean;
    readonly mutedByHost: boolean;
    readonly codec: string | null;
    readonly sending: boolean;
    /** What he has to mend at his encoder, and nobody else can. */
    readonly trouble: VideoTrouble | null;
    /** His wish: whether stills of it may be shown. */
    readonly still: boolean;
  };
  /** Null: not raised; whoever has the smallest number raised his first. */
  readonly hand: number | null;
  /** The host lets this person write no more. */
  readonly silenced: boolean;
}

export interface Broadcast {
  readonly state: 'off' | 'starting' | 'on' | 'interrupted' | 'stopping';
  readonly session: string | null;
  readonly title: string | null;
  readonly since: string | null;
  readonly page: string | null;
  /** Who is on air: the tally. */
  readonly picture: string | null;
  /** What the card says that is on air while nobody is. */
  readonly card: string | null;
  readonly detail: string | null;
  /** What the host should know of a source on air. */
  readonly warning: {
    readonly code: 'out-of-step' | 'not-converted' | 'no-card';
    readonly participant: string | null;
  } | null;
}

/** How the chat is held. */
export interface Chat {
  /** Everybody may write; else only who tends the room. */
  readonly open: boolean;
  /** Who comes late sees what was written before. */
  readonly kept: boolean;
}

/** What somebody wrote. */
export interface ChatLine {
  /** Grows with every message of the room. */
  readonly number: number;
  /** ISO 8601, UTC, by the server's clock. */
  readonly at: string;
  /** The participant who wrote it, who may be gone. */
  readonly from: string;
  /** As the writer was called then. */
  readonly name: string;
  readonly host: boolean;
  readonly text: string;
}

/** What was written and must not be seen any more. */
export interface Erased {
  /** This one and all before; null: only those that are named. */
  readonly through: number | null;
  readonly messages: readonly number[];
}

export const reactions = ['thumbs-up', 'clap', 'heart', 'laugh', 'surprise', 'celebrate'] as const;
export type Reaction = (typeof reactions)[number];

export interface Reacted {
  readonly participant: string;
  readonly reaction: Reaction;
}

export interface Room {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly locked: boolean;
  readonly assigned: Selection | null;
  readonly speaker: string | null;
  readonly door: {
    /** Newcomers wait until somebody lets them in. */
    readonly closed: boolean;
    readonly enterMuted: boolean;
    /** How many are remembered as removed. */
    readonly sentOut: number;
  };
  readonly chat: Chat;
  readonly broadcast: Broadcast;
  readonly participants: readonly Participant[];
}

/** What is different in a room from the revision `since` on. */
export interface Change {
  readonly since: number;
  readonly revision: number;
  /** What of it is said is so from now on, null too. */
  readonly room: Partial<Pick<Room, 'locked' | 'assigned' | 'speaker' | 'door' | 'chat' | 'broadcast'>>;
  /** New ones come last, in this order; changed ones keep their place. */
  readonly participants: readonly Participant[];
  readonly gone: readonly string[];
  /** The ids of all, where the places say something else. */
  readonly order: readonly string[] | null;
}

/** Somebody who waits at the door. */
export interface Knock {
  readonly id: string;
  readonly name: string;
}

export type NoPicture = 'nobody' | 'no-picture' | 'codec' | 'waiting';

export interface View {
  readonly participant: string | null;
  readonly selection: Selection;
  readonly reason: NoPicture | null;
}

/** dBov per participant: 0 is the loudest, -127 silence. */
export type Levels = Readonly<Record<string, number>>;

export type CloseReason = 'removed' | 'replaced' | 'room-closed' | 'idle';

export interface Join {
  readonly type: 'join';
  readonly name: string;
  readonly offer: string;
  readonly hostKey?: string;
  readonly seat?: string;
  /** What this browser calls itself, so that it is known again. */
  readonly device?: string;
}

export type Request =
  | { readonly type: 'choose'; readonly selection: Selection }
  | { readonly type: 'lock'; readonly on: boolean; readonly selection?: Selection }
  | { readonly type: 'assign'; readonly selection: Selection }
  | {
      readonly type: 'mute';
      readonly participant: string;
      readonly line: Line;
      readonly on: boolean;
    }
  /** How loud everybody hears him, -20 to 6 dB. */
  | { readonly type: 'gain'; readonly participant: string; readonly decibels: number }
  /** One's own; of another it can only be lowered. */
  | { readonly type: 'hand'; readonly up: boolean; readonly participant?: string }
  | { readonly type: 'source'; readonly source: Source }
  | { readonly type: 'microphone'; readonly present: boolean }
  /** Whether stills of one's own picture may be shown. */
  | { readonly type: 'still'; readonly on: boolean }
  /** Of whom stills are wanted from now on, at most 32. */
  | { readonly type: 'stills'; readonly of: readonly string[] }
  | { readonly type: 'broadcast'; readonly on: boolean; readonly title?: string }
  | { readonly type: 'remove'; readonly participant: string }
  | { readonly type: 'door'; readonly closed?: boolean; readonly enterMuted?: boolean }
  | { readonly type: 'admit'; readonly participant: string; readonly on: boolean }
  | { readonly type: 'forgive' }
  | { readonly type: 'lower-hands' }
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'chat'; readonly open?: boolean; readonly kept?: boolean }
  | { readonly type: 'write'; readonly text: string }
  /** Without a number: all that was written so far. */
  | { readonly type: 'erase'; readonly message?: number }
  /** What was written after that one. */
  | { readonly type: 'recall'; readonly after: number }
  | { readonly type: 'react'; readonly reaction: Reaction }
  /** The whole room once more, since a change was missed. */
  | { readonly type: 'refresh' }
  | { readonly type: 'leave' };

export interface Joined {
  readonly type: 'joined';
  readonly you: string;
  readonly seat: string;
  readonly rights: readonly Right[];
  readonly answer: string;
  readonly room: Room;
}

export type ServerMessage =
  | Joined
  | { readonly type: 'waiting' }
  | { readonly type: 'knocks'; readonly people: readonly Knock[] }
  | { readonly type: 'room'; readonly room: Room }
  | ({ readonly type: 'change' } & Change)
  | ({ readonly type: 'view' } & View)
  | { readonly type: 'levels'; readonly levels: Levels }
  | { readonly type: 'chat'; readonly messages: readonly ChatLine[] }
  | ({ readonly type: 'erased' } & Erased)
  | { readonly type: 'reactions'; readonly people: readonly Reacted[] }
  | { readonly type: 'still'; readonly participant: string; /** Base64. */ readonly jpeg: string }
  | { readonly type: 'done'; readonly ref: string }
  | { readonly type: 'refused'; readonly ref: string | null; readonly problem: unknown }
  | { readonly type: 'closed'; readonly reason: CloseReason };

/** What comes without having been asked for. */
export type News = Exclude<ServerMessage, { type: 'joined' | 'done' | 'refused' }>;

const TYPES = new Set([
  ...['joined', 'waiting', 'knocks', 'room', 'change', 'view', 'levels', 'done', 'refused', 'closed'],
  ...['chat', 'erased', 'reactions', 'still'],
]);

/** A server's text as a message; null for what a newer server may say and we do not know. */
export function readMessage(text: string): ServerMessage | null {
  try {
    const message = JSON.parse(text) as ServerMessage | null;
    return message && TYPES.has(message.type) ? message : null;
  } catch {
    return null;
  }
}

export const sameSelection = (a: Selection, b: Selection): boolean =>
  a.kind === b.kind && (a.kind !== 'participant' || a.id === (b as { id?: string }).id);
