import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { LabelLayout } from '#api/contract/labels.ts';
import { points, type Face } from './composeLabel.ts';

/** They have letters of most scripts. */
const FACES: Readonly<Record<Face, string>> = { text: 'DejaVuSans', tag: 'DejaVuSans-Bold' };

const fontFile = (name: string): string =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

/** A document without a page yet, in which the faces of a label are known by their names. */
export function labelDocument({ page }: Pick<LabelLayout, 'page'>): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    size: [points(page.width), points(page.height)],
    info: { Title: 'Labels', Creator: 'Daybook' },
  });
  for (const [face, name] of Object.entries(FACES)) doc.registerFont(face, fontFile(name));
  return doc;
}
