import QRCode from 'qrcode';

const [WIDTH, HEIGHT, DOT] = [640, 480, 10];
const [WHITE, BLACK, GREY] = [235, 16, 128];
const FRAMES = 20;

/** A second of YUV4MPEG2 video (4:2:0) that shows nothing but the QR code of a text. */
export function filmOf(text: string): Buffer {
  const { modules } = QRCode.create(text);
  const size = modules.size * DOT;
  const luma = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  const [left, top] = [(WIDTH - size) >> 1, (HEIGHT - size) >> 1];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (modules.get(Math.floor(row / DOT), Math.floor(column / DOT)))
        luma[(top + row) * WIDTH + left + column] = BLACK;
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES}:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]);
}
