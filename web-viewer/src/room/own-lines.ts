import type { Request, Source } from '../shared/signal/messages.js';
import type { InputTrouble, Opened, Shared } from './inputs.js';
import type { Session } from './session.js';
import { myself } from './session-state.js';

/** Opens what the lines carry; the browser in the page, a fake in tests. */
export interface LineInputs {
  microphone(device: string | null): Promise<Opened>;
  camera(device: string | null): Promise<Opened>;
  screen(): Promise<Shared>;
}

/** What this person sends: microphone, camera or screen, kept in step with the server. */
export class OwnLines {
  audio: MediaStreamTrack | null = null;
  camera: MediaStreamTrack | null = null;
  screen: MediaStreamTrack | null = null;
  cameraDevice: string | null = null;
  microphoneDevice: string | null = null;
  muted = false;
  /** The devices were asked for; from then on only the user opens what is off. */
  begun = false;
  /** Left: what the browser opens from now on was asked for by nobody who is still here. */
  private gone = false;

  constructor(
    private readonly session: Session,
    private readonly inputs: LineInputs,
    private readonly changed: () => void,
  ) {}

  get video(): MediaStreamTrack | null {
    return this.screen ?? this.camera;
  }

  get source(): Source {
    return this.screen ? 'screen' : this.camera ? 'camera' : 'none';
  }

  /** After each entry: the server hears what the lines carry. */
  async tell(): Promise<void> {
    const { you } = this.session.state;
    if (!you) return;
    await Promise.all([
      this.session.request({ type: 'microphone', present: this.audio !== null }),
      this.session.request({ type: 'source', source: this.source }),
      this.session.request({ type: 'mute', participant: you, line: 'audio', on: this.muted }),
    ]);
  }

  /** Why there is no microphone to open, if there is none: then it stays off. */
  async mute(on: boolean): Promise<InputTrouble | undefined> {
    if (!on && !this.audio) {
      const { trouble } = await this.openMicrophone();
      if (trouble) return trouble;
    }
    this.muted = on;
    this.obeyHost();
    this.changed();
    const participant = this.session.state.you ?? '';
    await this.inform({ type: 'mute', participant, line: 'audio', on });
    return undefined;
  }

  /** A muted microphone sends silence from here already, not only from the server on. */
  obeyHost(): void {
    const byHost = myself(this.session.state)?.audio.mutedByHost ?? false;
    if (this.audio) this.audio.enabled = !this.muted && !byHost;
  }

  async openMicrophone(device = this.microphoneDevice): Promise<Opened> {
    const opened = this.kept(await this.inputs.microphone(device));
    if (!opened.track) return opened;
    this.audio?.stop();
    this.audio = opened.track;
    this.microphoneDevice = device;
    opened.track.onended = () => void this.openMicrophone(null);
    this.obeyHost();
    this.changed();
    await this.session.media?.send('audio', opened.track);
    await this.inform({ type: 'microphone', present: true });
    return opened;
  }

  /** Off lets the device go: its light goes out. */
  async closeCamera(): Promise<void> {
    this.camera?.stop();
    this.camera = null;
    await this.sendPicture();
  }

  async openCamera(device = this.cameraDevice): Promise<Opened> {
    const opened = this.kept(await this.inputs.camera(device));
    if (!opened.track) return opened;
    this.camera?.stop();
    this.camera = opened.track;
    this.cameraDevice = device;
    opened.track.onended = () => void this.closeCamera();
    await this.sendPicture();
    return opened;
  }

  /** Whether the system keeps the screen from the browser. */
  async share(): Promise<boolean> {
    const { track, denied = false } = this.kept(await this.inputs.screen());
    if (!track) return denied;
    this.screen?.stop();
    this.screen = track;
    track.onended = () => void this.stopSharing();
    await this.sendPicture();
    return false;
  }

  async stopSharing(): Promise<void> {
    this.screen?.stop();
    this.screen = null;
    await this.sendPicture();
  }

  close(): void {
    this.gone = true;
    for (const track of [this.audio, this.camera, this.screen]) {
      if (track) track.onended = null;
      track?.stop();
    }
    this.audio = this.camera = this.screen = null;
  }

  private kept<T extends Opened | Shared>(opened: T): T {
    if (!this.gone) return opened;
    opened.track?.stop();
    return { ...opened, track: null };
  }

  private async sendPicture(): Promise<void> {
    this.changed();
    await this.session.media?.send('video', this.video);
    await this.inform({ type: 'source', source: this.source });
  }

  private async inform(request: Request): Promise<void> {
    if (this.session.reachable) await this.session.request(request);
  }
}
