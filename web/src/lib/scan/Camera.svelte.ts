import { codeReader, type ReadCode } from './codeReader.ts';

export type CameraState = Trouble | 'off' | 'starting' | 'on';
type Trouble = 'refused' | 'noCamera' | 'busy' | 'noReader' | 'insecure';

const EVERY_MS = 100;
/** A label that stays in the picture is one scan. */
const AWAY_MS = 1_500;

const faults: Readonly<Record<string, Trouble>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'noCamera',
  OverconstrainedError: 'noCamera',
};

const troubleOf = (fault: unknown): Trouble =>
  (fault instanceof DOMException ? faults[fault.name] : undefined) ?? 'busy';

interface Lit {
  readonly torch?: boolean;
}

const hasLight = (track: MediaStreamTrack | undefined): boolean =>
  ((track?.getCapabilities?.() ?? {}) as Lit).torch === true;

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
    const reading = codeReader().catch(() => undefined);
    try {
      const wanted = { facingMode: { ideal: 'environment' }, width: { ideal: 1_280 } };
      const stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
      await this.#show(stream, video, await reading);
    } catch (fault) {
      this.#fail(troubleOf(fault));
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
    try {
      await track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
      this.torch = on;
    } catch {
      this.torch = null;
    }
  }

  #fail(trouble: Trouble): void {
    this.stop();
    this.state = trouble;
  }

  async #show(stream: MediaStream, video: HTMLVideoElement, read: ReadCode | undefined): Promise<void> {
    if (this.state !== 'starting') {
      for (const track of stream.getTracks()) track.stop();
      return;
    }
    this.#stream = stream;
    if (!read) return this.#fail('noReader');
    video.srcObject = stream;
    await video.play();
    this.state = 'on';
    const [track] = stream.getVideoTracks();
    this.torch = hasLight(track) ? false : null;
    // The system takes the camera away: the phone was locked, or it was pulled out.
    track?.addEventListener('ended', () => this.#stream === stream && this.stop());
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
