/** A picture of what each camera sees: opened one after the other, each let go at once. */
export interface Cameras {
  /** Null where it cannot be had, as on phones that open one at a time. */
  open(device: string): Promise<MediaStreamTrack | null>;
  /** An address of an image, null where nothing came. */
  snap(track: MediaStreamTrack): Promise<string | null>;
}

/**
 * Tells of each camera what it sees as soon as that is known.
 *
 * @param current what is open already: seen without being opened, and not let go
 */
export async function lookThrough(
  devices: readonly string[],
  current: MediaStreamTrack | null,
  cameras: Cameras,
  seen: (device: string, picture: string | null) => void,
): Promise<void> {
  const own = current?.getSettings().deviceId;
  for (const device of devices) {
    const mine = device === own ? current : null;
    const track = mine ?? (await cameras.open(device).catch(() => null));
    const picture = track ? await cameras.snap(track).catch(() => null) : null;
    if (track && !mine) track.stop();
    seen(device, picture);
  }
}

const [WIDTH, HEIGHT] = [320, 180];

/** A camera shows black for a moment. */
const LIGHT_AFTER = 400;
const PATIENCE = 4_000;

export const browserCameras: Cameras = {
  async open(device) {
    const video = { deviceId: { exact: device }, width: { ideal: 640 }, height: { ideal: 360 } };
    const stream = await navigator.mediaDevices.getUserMedia({ video });
    return stream.getVideoTracks()[0] ?? null;
  },

  async snap(track) {
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = new MediaStream([track]);
    const late = new Promise<never>((_, fail) => setTimeout(fail, PATIENCE));
    await Promise.race([video.play(), late]);
    await new Promise((done) => setTimeout(done, LIGHT_AFTER));
    const picture = drawn(video);
    video.srcObject = null;
    return picture;
  },
};

/** The whole picture, nothing cut off. */
function drawn(video: HTMLVideoElement): string | null {
  const { videoWidth, videoHeight } = video;
  const canvas = document.createElement('canvas');
  const brush = canvas.getContext('2d');
  if (!brush || videoWidth === 0) return null;
  const scale = Math.min(WIDTH / videoWidth, HEIGHT / videoHeight);
  [canvas.width, canvas.height] = [videoWidth * scale, videoHeight * scale];
  brush.drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', 0.8);
}
