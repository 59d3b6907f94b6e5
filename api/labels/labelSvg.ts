import type { LabelLayout } from '#api/contract/labels.ts';
import { points, type ComposedLabel, type Face, type Lettering } from './composeLabel.ts';

const FAMILY = "'DejaVu Sans', Verdana, sans-serif";
const WEIGHTS: Readonly<Record<Face, number>> = { text: 400, tag: 700 };
/** From the top of a line to its base, in sizes of the font; `hhea` of DejaVu. */
const ASCENT = 1901 / 2048;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text of XML; characters that XML has no place for are left out. */
const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- XML 1.0, production 2
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);

const short = (length: number): string => String(Math.round(length * 100) / 100);

/** As wide as it comes out in print, whichever font the reader has. */
const textOf = ({ text, face, size, x, y, width }: Lettering): string =>
  `<text x="${short(x)}" y="${short(y + size * ASCENT)}" font-size="${short(size)}" font-weight="${String(WEIGHTS[face])}" textLength="${short(width)}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;

/** A label as a picture: the same as on the printed sheet, on white. */
export function labelSvg({ bars, lines }: ComposedLabel, { label }: Pick<LabelLayout, 'label'>): string {
  const [width, height] = [short(points(label.width)), short(points(label.height))];
  const code = bars.map(
    (bar) =>
      `M${short(bar.x)} ${short(bar.y)}h${short(bar.width)}v${short(bar.height)}h-${short(bar.width)}z`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<path d="${code.join('')}" shape-rendering="crispEdges"/>`,
    `<g font-family="${FAMILY}">${lines
      .filter(({ text }) => text !== '')
      .map(textOf)
      .join('')}</g>`,
    '</svg>',
  ].join('');
}
