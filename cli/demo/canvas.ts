import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue; 0–255. */
export type Colour = readonly [number, number, number];

/** Left, top, width, height, in pixels. */
export type Box = readonly [x: number, y: number, width: number, height: number];

export interface Canvas {
  readonly width: number;
  readonly height: number;
  rect(box: Box, colour: Colour): void;
  disc(x: number, y: number, radius: number, colour: Colour): void;
  /** Changes each pixel by what stands there. */
  shade(change: (colour: Colour, x: number, y: number) => Colour): void;
  /** The picture as a PNG file (ISO/IEC 15948), 8 bits a channel, no alpha. */
  png(): Buffer;
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const TRUECOLOUR = 2;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function encode(pixels: Uint8Array, width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, TRUECOLOUR, 0, 0, 0], 8);
  const stride = width * 3;
  const raw = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++)
    raw.set(pixels.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  const data = deflateSync(raw, { level: 5 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function canvas(width: number, height: number, background: Colour): Canvas {
  const pixels = new Uint8Array(width * height * 3);
  const each = ([x, y, w, h]: Box, paint: (at: number, px: number, py: number) => void): void => {
    for (let py = Math.max(0, Math.round(y)); py < Math.min(height, Math.round(y + h)); py++)
      for (let px = Math.max(0, Math.round(x)); px < Math.min(width, Math.round(x + w)); px++)
        paint((py * width + px) * 3, px, py);
  };
  const rect: Canvas['rect'] = (box, colour) => each(box, (at) => pixels.set(colour, at));
  rect([0, 0, width, height], background);
  return {
    width,
    height,
    rect,
    disc: (x, y, r, colour) =>
      each([x - r, y - r, 2 * r, 2 * r], (at, px, py) => {
        if ((px - x) ** 2 + (py - y) ** 2 <= r * r) pixels.set(colour, at);
      }),
    shade: (change) =>
      each([0, 0, width, height], (at, px, py) => {
        const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
        pixels.set(change([red, green, blue], px, py), at);
      }),
    png: () => encode(pixels, width, height),
  };
}
