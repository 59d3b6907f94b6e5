import { codeReader, type ReadCode } from './codeReader.ts';

export type CameraState = 'off' | 'starting' | 'on' | 'refused' | 'noCamera' | 'busy' | 'insecure';

const EVERY_MS = 100;
/** A label that stays in the picture is one scan. */
const AWAY_MS = 1_500;

const faults: Readonly<Record<string, CameraState>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'noCamera',
  OverconstrainedError: 'noCamera',
};

interface Lit {
  readonly torch?: boolean;
}

/** The camera of the device as a reader of codes. */
export class Camera {
  state = $state<CameraState>('off');
  /** Whether its light is on; null where it has none that can be used. */
  torch = $state<boolean | null>(null);
  #stream: MediaStream | undefined;
  #last = { text: '', at: 0 };
  readonly #onread: (text: string) => void;

  constructor(onread: (text: string) => void) {
    this.#onread = onread;
  }

  /** May it be used without asking the person again? */
  static async isAllowed(): Promise<boolean> {
    try {
      return (await navigator.permissions.query({ name: 'camera' as PermissionName })).state === 'granted';
    } catch {
      return false;
    }
  }

  async start(video: HTMLVideoElement): Promise<void> {
    if (this.state === 'starting' || this.state === 'on') return;
    if (!('mediaDevices' in navigator)) {
      this.state = 'insecure';
      return;
    }
    this.state = 'starting';
    try {
      const wanted = { facingMode: { ideal: 'environment' }, width: { ideal: 1_280 } };
      const [stream, read] = await Promise.all([
        navigator.mediaDevices.getUserMedia({ video: wanted, audio: false }),
        codeReader(),
      ]);
      await this.#show(stream, video, read);
    } catch (fault) {
      this.stop();
      this.state = (fault instanceof DOMException ? faults[fault.name] : undefined) ?? 'busy';
    }
  }

  stop(): void {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
    this.torch = null;
    this.state = 'off';
  }

  async light(on: boolean): Promise<void> {
    const [track] = this.#stream?.getVideoTracks() ?? [];
    await track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
    this.torch = on;
  }

  async #show(stream: MediaStream, video: HTMLVideoElement, read: ReadCode): Promise<void> {
    if (this.state !== 'starting') {
      for (const track of stream.getTracks()) track.stop();
      return;
    }
    this.#stream = stream;
    video.srcObject = stream;
    await video.play();
    this.state = 'on';
    const [track] = stream.getVideoTracks();
    const can = (track?.getCapabilities?.() ?? {}) as Lit;
    this.torch = can.torch ? false : null;
    this.#look(stream, video, read);
  }

  #look(stream: MediaStream, video: HTMLVideoElement, read: ReadCode): void {
    if (this.#stream !== stream) return;
    const found = video.readyState >= video.HAVE_CURRENT_DATA ? read(video) : Promise.resolve(undefined);
    void found
      .catch(() => undefined)
      .then((text) => {
        if (this.#stream !== stream) return;
        if (text) this.#seen(text, Date.now());
        setTimeout(() => this.#look(stream, video, read), EVERY_MS);
      });
  }

  #seen(text: string, at: number): void {
    const isNew = text !== this.#last.text || at - this.#last.at > AWAY_MS;
    this.#last = { text, at };
    if (isNew) this.#onread(text);
  }
}
