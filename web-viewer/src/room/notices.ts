import { t } from '../shared/i18n/language.js';
import type { Participant } from '../shared/signal/messages.js';
import { may, myself, type SessionState } from './session-state.js';
import { gainNotice } from './sound/gain.js';
import { words } from './words.js';

/** More are told by their number. */
const BY_NAME = 2;

/** What others did to us, or want of us, in words that would go unnoticed otherwise. */
export class Notices {
  private me?: Participant;
  private raised?: ReadonlySet<string>;

  /** What is new since the last state. */
  of(state: SessionState): string[] {
    if (!state.room) return [];
    return [...this.toMe(state), ...this.hands(state)];
  }

  private toMe(state: SessionState): string[] {
    const [before, now] = [this.me, myself(state)];
    this.me = now;
    if (!now) return [];
    const said: string[] = [];
    const tell = (on: boolean, was: boolean | undefined, mute: typeof words.alone, lift: typeof words.alone) => {
      if (on && !was) said.push(t(mute));
      if (!on && was) said.push(t(lift));
    };
    tell(now.audio.mutedByHost, before?.audio.mutedByHost, words.hostMuted, words.maySpeak);
    tell(now.video.mutedByHost, before?.video.mutedByHost, words.hostStoppedCamera, words.mayShow);
    if (now.audio.gain !== (before?.audio.gain ?? 0)) said.push(gainNotice(now.audio.gain));
    return said;
  }

  /** To whoever may lower them; who comes in sees those of before in the list. */
  private hands(state: SessionState): string[] {
    const before = this.raised;
    const up = (state.room?.participants ?? []).filter(({ hand }) => hand !== null);
    this.raised = new Set(up.map(({ id }) => id));
    if (!before || !may(state, 'mute-others')) return [];
    const fresh = up.filter(({ id }) => id !== state.you && !before.has(id));
    if (fresh.length > BY_NAME) return [t(words.raisedHands, up.length)];
    return fresh.map(({ name }) => t(words.raisedHand, name));
  }
}
