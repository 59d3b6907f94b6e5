import { create } from 'qrcode';
import type { LabelLayout } from '#api/contract/labels.ts';
import { fit } from './fitting.ts';

export const TEXT_FONT = 'text';
export const TAG_FONT = 'tag';
const POINTS_PER_MM = 72 / 25.4;
export const points = (mm: number): number => mm * POINTS_PER_MM;

/** What stands on a label, from the top; the code is `url`. */
export interface LabelText {
  readonly url: string;
  readonly heading: string;
  readonly tag: string;
  readonly lines: readonly string[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The modules of the code, run by run, as one shape. */
function drawCode(doc: PDFKit.PDFDocument, url: string, { x, y, width }: Box): void {
  const { modules } = create(url, { errorCorrectionLevel: 'M' });
  const side = width / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let from = 0; from < modules.size; from += 1) {
      let to = from;
      while (to < modules.size && modules.get(row, to)) to += 1;
      if (to > from) doc.rect(x + from * side, y + row * side, (to - from) * side, side);
      from = to;
    }
  doc.fill('black');
}

interface Line {
  readonly text: string;
  readonly font: string;
  /** Of the height that there is for text. */
  readonly share: number;
  readonly most: number;
}

const linesOf = ({ heading, tag, lines }: LabelText): Line[] =>
  [
    { text: heading, font: TEXT_FONT, share: 0.16, most: 7 },
    { text: tag, font: TAG_FONT, share: 0.34, most: 16 },
    ...lines.map((text) => ({ text, font: TEXT_FONT, share: 0.2, most: 9 })),
  ].filter(({ text }) => text !== '');

const SMALLEST = 4;

function drawText(doc: PDFKit.PDFDocument, label: LabelText, box: Box): void {
  const lines = linesOf(label);
  const whole = Math.max(
    lines.reduce((sum, { share }) => sum + share, 0),
    1,
  );
  const heights = lines.map(({ share, most }) => Math.min((share / whole) * box.height, most * 1.25));
  let y = box.y + (box.height - heights.reduce((sum, height) => sum + height, 0)) / 2;
  for (const [n, { text, font }] of lines.entries()) {
    const height = heights[n] ?? 0;
    const size = height / 1.2;
    doc.font(font);
    const measure = (one: string, points_: number) => doc.fontSize(points_).widthOfString(one);
    const fitted = fit(text, { width: box.width, size, smallest: Math.min(SMALLEST, size) }, measure);
    doc.fontSize(fitted.size).text(fitted.text, box.x, y + (size - fitted.size) / 2, { lineBreak: false });
    y += height;
  }
}

/** Draws a label whose upper left corner is at a place of the page, in millimetres. */
export function drawLabel(
  doc: PDFKit.PDFDocument,
  text: LabelText,
  { label }: Pick<LabelLayout, 'label'>,
  corner: { readonly x: number; readonly y: number },
): void {
  const rim = label.height < 15 ? 1 : 2.5;
  const height = label.height - 2 * rim;
  const side = Math.min(height, label.width * 0.42);
  const [x, y] = [corner.x + rim, corner.y + rim];
  const code = {
    x: points(x),
    y: points(y + (height - side) / 2),
    width: points(side),
    height: points(side),
  };
  drawCode(doc, text.url, code);
  const left = x + side + rim;
  drawText(doc, text, {
    x: points(left),
    y: points(y),
    width: points(corner.x + label.width - rim - left),
    height: points(height),
  });
}
