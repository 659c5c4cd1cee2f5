import { t } from '../shared/i18n/language.js';
import { keyWords, words } from './words.js';

/** The keys of the player and what each does, in the order of their use. */
export function keysFor(live: boolean): readonly (readonly [readonly string[], string])[] {
  return [
    [[t(keyWords.space), 'K'], t(keyWords.play)],
    [['J', '←'], t(words.back)],
    [['L', '→'], t(words.forward)],
    [['↑', '↓'], t(keyWords.volume)],
    [['M'], t(keyWords.mute)],
    [['F'], t(keyWords.full)],
    [['T'], t(words.theatre)],
    [['C'], t(keyWords.captions)],
    [['N'], t(keyWords.layer)],
    [['<', '>'], t(keyWords.speed)],
    [['Home'], t(keyWords.start)],
    [['End'], t(live ? words.goLive : keyWords.end)],
    [['?'], t(keyWords.help)],
  ];
}
