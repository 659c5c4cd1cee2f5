import { t } from '../shared/i18n/language.js';
import { announce } from '../shared/ui/announcer.js';
import { isOnAir, type SessionState } from './session-state.js';
import { doorWords, words } from './words.js';

/** Tells screen readers what the eye sees: on air, who speaks, what one sees, the connection. */
export class News {
  private onAir?: boolean;
  private speaker: string | null = null;
  private shown: string | null = null;
  private waiting: readonly string[] = [];

  constructor(private readonly say: typeof announce = announce) {}

  tell(state: SessionState): void {
    if (!state.room) return;
    this.tellOnAir(isOnAir(state));
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
    for (const { id, name } of knocks) {
      if (!before.includes(id)) this.say(t(doorWords.waits, name));
    }
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
