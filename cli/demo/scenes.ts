import { canvas, type Box, type Canvas, type Colour } from './canvas.ts';
import type { Random } from './random.ts';

const WHITE: Colour = [244, 244, 240];
const INK: Colour = [52, 56, 64];
const GREY: Colour = [150, 154, 160];
const DARK: Colour = [24, 26, 30];
const RED: Colour = [214, 60, 50];
const BLUE: Colour = [34, 92, 176];
const WOOD: Colour = [168, 132, 98];

/** Lines that look like writing from afar. */
function writing(c: Canvas, random: Random, box: Box, colour: Colour): void {
  const [x, y, width, height] = box;
  for (let line = y; line < y + height; line += 14)
    for (let word = x; word < x + width * (random.int(55, 100) / 100);) {
      const length = random.int(10, 46);
      c.rect([word, line, Math.min(length, x + width - word), 6], colour);
      word += length + 8;
    }
}

/** The soft dark corners and the uneven light of a picture taken in haste. */
function asPhotographed(c: Canvas, random: Random): void {
  const lightX = random.int(0, c.width);
  const lightY = random.int(0, c.height / 2);
  c.shade(([red, green, blue], x, y) => {
    const far = Math.hypot(x - lightX, y - lightY) / c.width;
    const light = 1.08 - Math.min(0.45, far * 0.4);
    return [Math.min(255, red * light), Math.min(255, green * light), Math.min(255, blue * light * 0.97)];
  });
}

function screen(c: Canvas, colour: Colour): void {
  c.rect([50, 40, 380, 250], DARK);
  c.rect([60, 50, 360, 224], colour);
  c.rect([200, 290, 80, 40], INK);
  c.rect([150, 326, 180, 10], INK);
}

const TINTS: readonly [Colour, ...Colour[]] = [
  [226, 120, 170],
  [220, 200, 90],
  [120, 200, 130],
];

const paint = {
  paper: (c, random) => {
    c.rect([40, 60, 400, 240], GREY);
    c.rect([70, 150, 340, 60], DARK);
    for (let fold = 0; fold < 9; fold++)
      c.rect(
        [110 + fold * 26, 150 - random.int(0, 36), 24, random.int(50, 96)],
        fold % 2 ? WHITE : [214, 214, 208],
      );
    c.disc(400, 90, 9, RED);
  },
  stripes: (c, random) => {
    c.rect([110, 20, 260, 330], WHITE);
    writing(c, random, [135, 45, 210, 270], INK);
    for (let stripe = 0; stripe < 3; stripe++)
      c.rect([random.int(120, 350), 20, random.int(2, 7), 330], random.pick(TINTS));
  },
  panel: (c, random) => {
    c.rect([60, 70, 360, 210], [226, 228, 232]);
    c.rect([90, 95, 220, 120], [160, 196, 176]);
    writing(c, random, [102, 110, 190, 80], DARK);
    for (let key = 0; key < 6; key++)
      c.disc(340 + (key % 2) * 42, 115 + Math.floor(key / 2) * 44, 15, key ? GREY : RED);
  },
  crash: (c, random) => {
    screen(c, BLUE);
    c.rect([84, 80, 10, 10], WHITE);
    c.rect([84, 104, 10, 10], WHITE);
    c.rect([110, 76, 7, 42], WHITE);
    writing(c, random, [84, 140, 300, 110], WHITE);
  },
  keyboard: (c, random) => {
    c.rect([20, 90, 440, 180], INK);
    for (let row = 0; row < 5; row++)
      for (let key = 0; key < 13; key++)
        c.rect([30 + key * 33, 100 + row * 33, 28, 28], random.chance(0.06) ? WOOD : [72, 76, 84]);
    for (let drop = 0; drop < 14; drop++)
      c.disc(random.int(80, 400), random.int(110, 260), random.int(4, 22), [128, 84, 50]);
  },
  projector: (c, random) => {
    const tint = random.pick(TINTS);
    c.rect([30, 30, 420, 260], tint);
    c.rect([60, 60, 200, 24], [tint[0] * 0.6, tint[1] * 0.6, tint[2] * 0.6]);
    writing(c, random, [60, 110, 340, 140], [tint[0] * 0.5, tint[1] * 0.5, tint[2] * 0.5]);
  },
  nosignal: (c, random) => {
    c.rect([30, 30, 420, 260], [20, 40, 130]);
    const x = random.int(60, 250);
    const y = random.int(60, 220);
    c.rect([x, y, 150, 40], DARK);
    writing(c, random, [x + 14, y + 10, 120, 26], WHITE);
  },
  wifi: (c, random) => {
    screen(c, WHITE);
    for (let bar = 0; bar < 4; bar++)
      c.rect(
        [190 + bar * 28, 200 - bar * 26, 18, 26 + bar * 26],
        bar < random.int(1, 2) ? BLUE : [206, 208, 212],
      );
    c.disc(300, 100, 16, RED);
    c.rect([297, 90, 6, 20], WHITE);
  },
  dialog: (c, random) => {
    screen(c, [196, 208, 222]);
    const x = random.int(80, 140);
    c.rect([x, 100, 240, 120], WHITE);
    c.rect([x, 100, 240, 22], BLUE);
    c.disc(x + 30, 156, 14, RED);
    writing(c, random, [x + 60, 140, 160, 40], INK);
    c.rect([x + 150, 190, 70, 20], GREY);
  },
  reader: (c, random) => {
    c.rect([0, 0, 130, 360], WOOD);
    c.rect([210, 90, 110, 180], DARK);
    c.disc(265, 130, 12, random.chance(0.6) ? RED : [230, 190, 60]);
    c.rect([232, 170, 66, 70], INK);
    c.rect([118, 150, 34, 12], GREY);
  },
} satisfies Readonly<Record<string, (c: Canvas, random: Random) => void>>;

export type Scene = keyof typeof paint;
export const sceneNames = Object.keys(paint) as Scene[];

/** A picture such as people take of their trouble, as a PNG file. */
export function picture(scene: Scene, random: Random): Buffer {
  const wall = random.int(150, 215);
  const c = canvas(480, 360, [wall, wall - 6, wall - 18]);
  paint[scene](c, random);
  asPhotographed(c, random);
  return c.png();
}
