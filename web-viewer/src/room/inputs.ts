/** Camera, microphone and screen: asked for, named, and explained when they are refused. */
export type InputKind = 'camera' | 'microphone';

/** Why a device cannot be had; each has its own words. */
export type InputTrouble = 'denied' | 'missing' | 'busy' | 'insecure' | 'failed';

export interface Devices {
  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream>;
  enumerateDevices(): Promise<MediaDeviceInfo[]>;
}

export type Opened =
  | { readonly track: MediaStreamTrack; readonly trouble?: undefined }
  | { readonly track: null; readonly trouble: InputTrouble };

export const browserDevices = (): Devices | undefined =>
  (globalThis.navigator as Navigator | undefined)?.mediaDevices;

/** A shared screen; `denied` where the system keeps it from the browser. */
export interface Shared {
  readonly track: MediaStreamTrack | null;
  readonly denied?: boolean;
}

export async function openInput(
  kind: InputKind,
  device: string | null,
  devices = browserDevices(),
): Promise<Opened> {
  if (!devices) return { track: null, trouble: 'insecure' };
  try {
    return await open(kind, device, devices);
  } catch (error) {
    if (device && nameOf(error) === 'OverconstrainedError') return openInput(kind, null, devices);
    return { track: null, trouble: troubleOf(error) };
  }
}

async function open(kind: InputKind, device: string | null, devices: Devices): Promise<Opened> {
  const which = device ? { deviceId: { exact: device } } : {};
  const stream = await devices.getUserMedia(
    kind === 'camera' ? { video: { ...picture, ...which } } : { audio: { ...sound, ...which } },
  );
  const track = stream.getTracks()[0];
  if (!track) return { track: null, trouble: 'missing' };
  if (kind === 'camera') track.contentHint = 'motion';
  return { track };
}

const picture: MediaTrackConstraints = {
  width: { ideal: 1280, max: 1280 },
  height: { ideal: 720, max: 720 },
  frameRate: { ideal: 30, max: 30 },
};

const sound: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  channelCount: { ideal: 1 },
};

export function troubleOf(error: unknown): InputTrouble {
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}

const nameOf = (error: unknown) => (error as { name?: string } | null)?.name ?? '';

/** A screen or window; neither track nor trouble when the user changed his mind. */
export async function openScreen(): Promise<Shared> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { width: { max: 1920 }, height: { max: 1080 }, frameRate: { ideal: 15, max: 30 } },
      audio: false,
    });
    const track = stream.getVideoTracks()[0] ?? null;
    if (track) track.contentHint = 'detail';
    return { track };
  } catch (error) {
    return { track: null, denied: deniedBySystem(error) };
  }
}

/** Browsers call both by the same name; only where the system refuses do they name it. */
export const deniedBySystem = (error: unknown): boolean =>
  nameOf(error) === 'NotAllowedError' &&
  /system/i.test((error as { message?: string }).message ?? '');

export const canShareScreen = (): boolean =>
  typeof (browserDevices() as MediaDevices | undefined)?.getDisplayMedia === 'function';
