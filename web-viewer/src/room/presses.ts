import { t } from '../shared/i18n/language.js';
import { handUp, myself } from './session-state.js';
import type { Stay } from './stay.js';
import { troubles } from './troubles.js';
import { lobbyWords, words } from './words.js';

/** Milliseconds: what has to be done step by step is readable as long as the steps take. */
const STEPS_FOR = 30_000;

/** What the buttons of one's own do, and the words for why one of them does nothing. */
export class Presses {
  constructor(
    private readonly stay: () => Pick<Stay, 'session' | 'lines'>,
    private readonly say: (text: string, millis?: number) => void,
  ) {}

  /** Whom the host muted cannot help it: he is told what he can do instead. */
  async microphone(): Promise<void> {
    const { lines, session } = this.stay();
    if (myself(session.state)?.audio.mutedByHost) {
      this.say(t(handUp(session.state) ? words.hostStillMutes : words.hostMuted));
      return;
    }
    const trouble = await lines.mute(lines.audio !== null && !lines.muted);
    if (trouble) this.say(troubles(undefined, trouble).join(' '), STEPS_FOR);
  }

  async camera(): Promise<void> {
    const { lines, session } = this.stay();
    if (lines.source === 'camera') return lines.closeCamera();
    const { trouble } = await lines.openCamera();
    if (trouble) this.say(troubles(trouble).join(' '), STEPS_FOR);
    else if (myself(session.state)?.video.mutedByHost) this.say(t(words.hostStoppedCamera));
  }

  async share(): Promise<void> {
    const { lines } = this.stay();
    if (lines.screen) return lines.stopSharing();
    if (await lines.share()) this.say(t(lobbyWords.screenDenied), STEPS_FOR);
  }

  hand(): Promise<void> {
    const { session } = this.stay();
    return session.request({ type: 'hand', up: !handUp(session.state) });
  }
}
