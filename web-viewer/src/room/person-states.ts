import { t } from '../shared/i18n/language.js';
import type { Saying } from '../shared/i18n/say.js';
import type { Participant } from '../shared/signal/messages.js';
import type { IconName } from '../shared/ui/icon.js';
import { words } from './words.js';

export interface Sign {
  readonly icon: IconName;
  readonly words: Saying<[]>;
  /** Shown in the attention colour: somebody else decided it. */
  readonly warn: boolean;
}

/** What a person's microphone and camera do, as a drawing and in words. */
export function states({ audio, video }: Participant): { audio: Sign; video: Sign } {
  return { audio: audioSign(audio), video: videoSign(video) };
}

/** What a person has to mend at his encoder, in words; nothing for everybody else. */
export function trouble({ video }: Participant): string | undefined {
  const found = video.trouble;
  if (!found) return undefined;
  if (found.kind === 'b-frames') {
    return t(found.converted ? words.bFramesConverted : words.bFrames);
  }
  if (found.converted) return t(words.keyFramesConverted);
  return found.seconds === null
    ? t(words.keyFramesNever)
    : t(words.keyFramesEvery, found.seconds);
}

function audioSign(audio: Participant['audio']): Sign {
  if (audio.mutedByHost) return sign('microphone-off', words.mutedByHost, true);
  if (!audio.present) return sign('microphone-off', words.noMicrophone);
  if (audio.mutedBySelf) return sign('microphone-off', words.microphoneOff);
  return sign('microphone', words.microphoneOn);
}

function videoSign(video: Participant['video']): Sign {
  if (video.mutedByHost) return sign('camera-off', words.cameraByHost, true);
  if (video.source === 'none' || video.mutedBySelf) return sign('camera-off', words.cameraOff);
  return video.source === 'screen'
    ? sign('screen', words.sharing)
    : sign('camera', words.cameraOn);
}

const sign = (icon: IconName, said: Saying<[]>, warn = false): Sign => ({ icon, words: said, warn });
