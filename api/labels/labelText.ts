import type { LabelField } from '#api/contract/labels.ts';
import type { EquipmentRow } from '#api/contract/rows.ts';
import { labelUrl } from '#domain/equipment/label.ts';
import type { LabelText } from './composeLabel.ts';

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

/** What is to stand on labels. */
export interface Wording {
  readonly fields: readonly LabelField[];
  readonly heading: string;
  /** Where the portal is reached. */
  readonly portal: string;
}

export const labelText = (row: EquipmentRow, { fields, heading, portal }: Wording): LabelText => ({
  url: labelUrl(portal, row.tag),
  heading,
  tag: row.tag,
  lines: fields.flatMap((field) => VALUES[field](row) ?? []).filter((line) => line !== ''),
});
