import { setImmediate } from 'node:timers/promises';
import type { LabelLayout } from '#api/contract/labels.ts';
import type { EquipmentRow } from '#api/contract/rows.ts';
import { composeLabel } from './composeLabel.ts';
import { drawLabel, measuring } from './drawLabel.ts';
import { labelDocument } from './labelDocument.ts';
import { labelText, type Wording } from './labelText.ts';
import { placeOf } from './layouts.ts';

export interface LabelsAsked extends Wording {
  readonly layout: LabelLayout;
  readonly rows: readonly EquipmentRow[];
  /** How many labels of the first sheet are used already. */
  readonly skip: number;
}

/** Labels in the order of their rows, as a PDF of pages in the size of the sheet, or of one label each on a tape. */
export async function labelsPdf(asked: LabelsAsked): Promise<Buffer> {
  const { layout, rows, skip } = asked;
  const doc = labelDocument(layout);
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
    drawLabel(doc, composeLabel(labelText(row, asked), layout, measuring(doc)), place);
  }
  doc.end();
  return Buffer.concat(await made);
}
