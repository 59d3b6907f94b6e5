import type { LabelRequest } from '#lib/contract.ts';
import type { Labelled } from './chosen.ts';

/** Where the picture of one thing's label is. */
export function drawingOf(
  { equipmentId }: Pick<Labelled, 'equipmentId'>,
  { layout, fields, heading = '' }: LabelRequest,
): string {
  const query = new URLSearchParams({ layout, fields: fields.join(','), heading });
  return `/api/equipment/${equipmentId}/label.svg?${query}`;
}
