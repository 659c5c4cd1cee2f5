import { read, write } from '../shared/keep.js';

const NAME = 'rostrum.name';

/** As one called oneself last. */
export const keptName = (): string => read(NAME) ?? '';

export const keepName = (name: string): void => write(NAME, name);
