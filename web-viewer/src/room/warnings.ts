import { t } from '../shared/i18n/language.js';
import type { Room } from '../shared/signal/messages.js';
import { barWords } from './words.js';

/** What the public sees in place of a picture, in the reader's language. */
export const cardOf = ({ broadcast }: Room): string | null =>
  broadcast.card === null ? null : t(barWords.cardOnAir, broadcast.card);

/** What the host should know of a source on air, in the reader's language. */
export const warningOf = ({ broadcast, participants }: Room): string | null => {
  if (!broadcast.warning) return null;
  const { code, participant } = broadcast.warning;
  if (code === 'no-card') return t(barWords.noCard);
  const name = participants.find(({ id }) => id === participant)?.name ?? participant ?? '';
  return code === 'out-of-step' ? t(barWords.outOfStep, name) : t(barWords.notConverted, name);
};
