import type SignaturePad from 'signature_pad';

const INK = '#14181f';
const PAPER = '#ffffff';
const HAND = '"Segoe Script", "Bradley Hand", "Snell Roundhand", "Brush Script MT", cursive';
/** Of the height of the field. */
const LETTERS = 0.42;

/** A signature that is drawn by hand or from a typed name, dark on white. */
export class Signature {
  drawn = $state(false);
  #canvas: HTMLCanvasElement | undefined;
  #pad: SignaturePad | undefined;
  #name = '';

  /** Begins to take strokes; gives what ends it. */
  attach(canvas: HTMLCanvasElement): () => void {
    this.#canvas = canvas;
    let ended = false;
    const fit = new ResizeObserver(() => this.#fit());
    void import('signature_pad').then(({ default: Pad }) => {
      if (ended) return;
      this.#pad = new Pad(canvas, { backgroundColor: PAPER, penColor: INK });
      this.#pad.addEventListener('endStroke', () => (this.drawn = true));
      fit.observe(canvas);
    });
    return () => {
      ended = true;
      fit.disconnect();
      this.#pad?.off();
    };
  }

  clear(): void {
    this.#name = '';
    this.#pad?.clear();
    this.drawn = false;
  }

  /** Draws a name in the place of whatever was there. */
  write(name: string): void {
    this.clear();
    this.#name = name.trim();
    const context = this.#canvas?.getContext('2d');
    if (!this.#canvas || !context || this.#name === '') return;
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    let size = Math.round(height * LETTERS);
    const font = () => `italic ${size}px ${HAND}`;
    context.font = font();
    size = Math.min(size, Math.floor((size * width * 0.86) / context.measureText(this.#name).width));
    context.font = font();
    context.fillStyle = INK;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(this.#name, width / 2, height / 2);
    this.drawn = true;
  }

  png(): Promise<Blob | null> {
    const canvas = this.#canvas;
    return canvas && this.drawn
      ? new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
      : Promise.resolve(null);
  }

  /** As many pixels as the screen has for it; what was drawn is drawn again. */
  #fit(): void {
    const canvas = this.#canvas;
    if (!canvas || !this.#pad) return;
    const strokes = this.#pad.toData();
    const scale = Math.max(devicePixelRatio, 1);
    canvas.width = canvas.clientWidth * scale;
    canvas.height = canvas.clientHeight * scale;
    canvas.getContext('2d')?.scale(scale, scale);
    if (this.#name !== '') this.write(this.#name);
    else this.#pad.fromData(strokes, { clear: true });
  }
}
