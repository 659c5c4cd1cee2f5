import { read, write } from '../shared/keep.js';

/** Which camera, microphone and loudspeaker were chosen last, by their ids, in this browser. */
const KEYS: Record<MediaDeviceKind, string> = {
  videoinput: 'rostrum.camera',
  audioinput: 'rostrum.microphone',
  audiooutput: 'rostrum.loudspeaker',
};

/** Null: the system's choice. */
export const keptDevice = (kind: MediaDeviceKind, store?: () => Storage): string | null =>
  read(KEYS[kind], store);

export const keepDevice = (kind: MediaDeviceKind, device: string | null, store?: () => Storage) =>
  write(KEYS[kind], device, store);
