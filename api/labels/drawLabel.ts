import { points, type ComposedLabel, type MeasureFace } from './composeLabel.ts';

/** Measures as the document will draw. */
export const measuring =
  (doc: PDFKit.PDFDocument): MeasureFace =>
  (text, face, size) =>
    doc.font(face).fontSize(size).widthOfString(text);

/** Draws a label whose upper left corner is at a place of the page, in millimetres. */
export function drawLabel(
  doc: PDFKit.PDFDocument,
  { bars, lines }: ComposedLabel,
  corner: { readonly x: number; readonly y: number },
): void {
  const [left, top] = [points(corner.x), points(corner.y)];
  for (const { x, y, width, height } of bars) doc.rect(left + x, top + y, width, height);
  doc.fill('black');
  for (const { text, face, size, x, y } of lines)
    doc
      .font(face)
      .fontSize(size)
      .text(text, left + x, top + y, { lineBreak: false });
}
