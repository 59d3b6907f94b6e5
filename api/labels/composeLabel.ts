import { create } from 'qrcode';
import type { LabelLayout } from '#api/contract/labels.ts';
import { fit } from './fitting.ts';

/** The names of the fonts: of the tag, and of all else. */
export type Face = 'text' | 'tag';
const POINTS_PER_MM = 72 / 25.4;
export const points = (mm: number): number => mm * POINTS_PER_MM;

/** What stands on a label, from the top; the code is `url`. */
export interface LabelText {
  readonly url: string;
  readonly heading: string;
  readonly tag: string;
  readonly lines: readonly string[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of text: its upper left corner, and how wide it comes out. */
export interface Lettering {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** All that is drawn on a label, in points from its upper left corner. */
export interface ComposedLabel {
  /** The dark of the code. */
  readonly bars: readonly Box[];
  readonly lines: readonly Lettering[];
}

/** The width of a text in points. */
export type MeasureFace = (text: string, face: Face, size: number) => number;

/** The modules of the code, run by run. */
function codeOf(url: string, { x, y, width }: Box): Box[] {
  const { modules } = create(url, { errorCorrectionLevel: 'M' });
  const side = width / modules.size;
  const bars: Box[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let from = 0; from < modules.size; from += 1) {
      let to = from;
      while (to < modules.size && modules.get(row, to)) to += 1;
      if (to > from)
        bars.push({ x: x + from * side, y: y + row * side, width: (to - from) * side, height: side });
      from = to;
    }
  return bars;
}

interface Line {
  readonly text: string;
  readonly face: Face;
  /** Of the height that there is for text. */
  readonly share: number;
  readonly most: number;
}

const linesOf = ({ heading, tag, lines }: LabelText): Line[] =>
  [
    { text: heading, face: 'text' as const, share: 0.16, most: 7 },
    { text: tag, face: 'tag' as const, share: 0.34, most: 16 },
    ...lines.map((text) => ({ text, face: 'text' as const, share: 0.2, most: 9 })),
  ].filter(({ text }) => text !== '');

const SMALLEST = 4;

function lettering(label: LabelText, box: Box, measure: MeasureFace): Lettering[] {
  const lines = linesOf(label);
  const whole = Math.max(
    lines.reduce((sum, { share }) => sum + share, 0),
    1,
  );
  const heights = lines.map(({ share, most }) => Math.min((share / whole) * box.height, most * 1.25));
  let y = box.y + (box.height - heights.reduce((sum, height) => sum + height, 0)) / 2;
  return lines.map(({ text, face }, n) => {
    const height = heights[n] ?? 0;
    const size = height / 1.2;
    const measured = (one: string, points_: number) => measure(one, face, points_);
    const fitted = fit(text, { width: box.width, size, smallest: Math.min(SMALLEST, size) }, measured);
    const width = measured(fitted.text, fitted.size);
    const line = { ...fitted, face, x: box.x, y: y + (size - fitted.size) / 2, width };
    y += height;
    return line;
  });
}

/** Lays a label out. */
export function composeLabel(
  text: LabelText,
  { label }: Pick<LabelLayout, 'label'>,
  measure: MeasureFace,
): ComposedLabel {
  const rim = label.height < 15 ? 1 : 2.5;
  const height = label.height - 2 * rim;
  const side = Math.min(height, label.width * 0.42);
  const code = {
    x: points(rim),
    y: points(rim + (height - side) / 2),
    width: points(side),
    height: points(side),
  };
  const left = rim + side + rim;
  const box = {
    x: points(left),
    y: points(rim),
    width: points(label.width - rim - left),
    height: points(height),
  };
  return { bars: codeOf(text.url, code), lines: lettering(text, box, measure) };
}
