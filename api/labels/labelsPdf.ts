import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { LabelField, LabelLayout } from '#api/contract/labels.ts';
import type { EquipmentRow } from '#api/contract/rows.ts';
import { labelUrl } from '#domain/equipment/label.ts';
import { drawLabel, points, TAG_FONT, TEXT_FONT, type LabelText } from './drawLabel.ts';
import { placeOf } from './layouts.ts';

/** It has letters of most scripts. */
const fontFile = (name: string): string =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

const VALUES: Readonly<Record<LabelField, (row: EquipmentRow) => string | null>> = {
  name: (row) => row.name,
  category: (row) => row.categoryName,
  room: (row) => row.roomName,
  serial: (row) => (row.serial === '' ? null : `S/N ${row.serial}`),
  model: (row) => row.model,
  maker: (row) => row.maker,
  purchasedOn: (row) => row.purchasedOn,
  warrantyUntil: (row) => row.warrantyUntil && `Warranty ${row.warrantyUntil}`,
};

export interface LabelsAsked {
  readonly layout: LabelLayout;
  readonly rows: readonly EquipmentRow[];
  readonly fields: readonly LabelField[];
  /** How many labels of the first sheet are used already. */
  readonly skip: number;
  readonly heading: string;
  /** Where the portal is reached. */
  readonly portal: string;
}

const textOf = (row: EquipmentRow, { fields, heading, portal }: LabelsAsked): LabelText => ({
  url: labelUrl(portal, row.tag),
  heading,
  tag: row.tag,
  lines: fields.flatMap((field) => VALUES[field](row) ?? []).filter((line) => line !== ''),
});

function emptyDocument({ page }: LabelLayout): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    size: [points(page.width), points(page.height)],
    info: { Title: 'Labels', Creator: 'Daybook' },
  });
  doc.registerFont(TEXT_FONT, fontFile('DejaVuSans')).registerFont(TAG_FONT, fontFile('DejaVuSans-Bold'));
  return doc;
}

/** Labels in the order of their rows, as a PDF of pages in the size of the sheet, or of one label each on a tape. */
export async function labelsPdf(asked: LabelsAsked): Promise<Buffer> {
  const { layout, rows, skip } = asked;
  const doc = emptyDocument(layout);
  const made = Array.fromAsync(doc as AsyncIterable<Buffer>);
  let pages = 0;
  for (const [n, row] of rows.entries()) {
    const place = placeOf(layout, skip + n);
    if (place.page >= pages) {
      doc.addPage();
      pages = place.page + 1;
      // Others get their turn between pages.
      await setImmediate();
    }
    drawLabel(doc, textOf(row, asked), layout, place);
  }
  doc.end();
  return Buffer.concat(await made);
}
