import { t } from '../shared/i18n/language.js';
import { announce } from '../shared/ui/announcer.js';
import { trouble } from './person-states.js';
import { isOnAir, may, mayTend, type SessionState } from './session-state.js';
import { warningOf } from './warnings.js';
import { barWords, doorWords, words } from './words.js';

/** More are told by their number. */
const BY_NAME = 3;

/** Tells screen readers what the eye sees: on air, who speaks, what one sees, who waits, what is wrong. */
export class News {
  private onAir?: boolean;
  private speaker: string | null = null;
  private shown: string | null = null;
  private waiting: readonly string[] = [];
  private interrupted = false;
  private warning = '';
  private troubled: ReadonlySet<string> = new Set();

  constructor(private readonly say: typeof announce = announce) {}

  tell(state: SessionState): void {
    if (!state.room) return;
    this.tellOnAir(isOnAir(state));
    this.tellInterrupted(state.room.broadcast.state === 'interrupted');
    this.tellWarning(state);
    this.tellTroubles(state);
    this.tellSpeaker(state);
    this.tellShown(state);
    this.tellKnocks(state);
  }

  private tellOnAir(onAir: boolean): void {
    const before = this.onAir;
    this.onAir = onAir;
    if (before === onAir || (before === undefined && !onAir)) return;
    this.say(t(onAir ? words.onAirNow : words.offAirNow), 'assertive');
  }

  private tellInterrupted(interrupted: boolean): void {
    if (interrupted && !this.interrupted) this.say(t(barWords.interrupted));
    this.interrupted = interrupted;
  }

  private tellWarning(state: SessionState): void {
    const found = state.room && may(state, 'broadcast') ? state.room.broadcast.warning : null;
    const now = found ? `${found.code} ${found.participant}` : '';
    if (state.room && now && now !== this.warning) this.say(warningOf(state.room) ?? '');
    this.warning = now;
  }

  /** Once for each kind: its seconds may go up and down. */
  private tellTroubles({ room, rights, you }: SessionState): void {
    const before = this.troubled;
    const now = new Set<string>();
    for (const person of room?.participants ?? []) {
      const said = mayTend(rights) || person.id === you ? trouble(person) : undefined;
      if (!said) continue;
      const key = `${person.id} ${person.video.trouble?.kind}`;
      now.add(key);
      if (!before.has(key)) this.say(t(words.troubleOf, person.name, said));
    }
    this.troubled = now;
  }

  private tellSpeaker(state: SessionState): void {
    const speaker = state.room?.speaker ?? null;
    if (speaker === this.speaker) return;
    this.speaker = speaker;
    const name = nameOf(state, speaker);
    if (name && speaker !== state.you) this.say(t(words.nowSpeaking, name));
  }

  private tellKnocks({ knocks }: SessionState): void {
    const before = this.waiting;
    this.waiting = knocks.map(({ id }) => id);
    const came = knocks.filter(({ id }) => !before.includes(id));
    if (came.length > BY_NAME) this.say(t(doorWords.manyWait, knocks.length));
    else for (const { name } of came) this.say(t(doorWords.waits, name));
  }

  private tellShown(state: SessionState): void {
    const shown = state.view && !state.view.reason ? state.view.participant : null;
    if (shown === this.shown) return;
    this.shown = shown;
    const name = nameOf(state, shown);
    if (name) this.say(t(words.youSee, name));
  }
}

const nameOf = ({ room }: SessionState, id: string | null) =>
  room?.participants.find((person) => person.id === id)?.name;
