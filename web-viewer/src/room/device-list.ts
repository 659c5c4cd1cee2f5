import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { browserDevices } from './inputs.js';

/** The devices of this machine, kept up to date for its host. */
export class DeviceList implements ReactiveController {
  all: readonly MediaDeviceInfo[] = [];
  private readonly refresh = () => void this.read();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    (browserDevices() as MediaDevices | undefined)?.addEventListener('devicechange', this.refresh);
    this.refresh();
  }

  hostDisconnected(): void {
    (browserDevices() as MediaDevices | undefined)?.removeEventListener(
      'devicechange',
      this.refresh,
    );
  }

  /** Names appear only after permission: asked again by whoever opened a device. */
  async read(): Promise<void> {
    this.all = (await browserDevices()?.enumerateDevices().catch(() => [])) ?? [];
    this.host.requestUpdate();
  }

  of(kind: MediaDeviceKind): MediaDeviceInfo[] {
    return this.all.filter((device) => device.kind === kind && device.deviceId !== '');
  }
}
