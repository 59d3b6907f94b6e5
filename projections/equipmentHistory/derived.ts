import { listed } from '#projections/equipmentRegister/columns.ts';
import type { EquipmentLine } from '#projections/equipmentRegister/line.ts';
import { historyOf } from '#projections/history/derived.ts';
import { correlationIn, keptEntry } from '#projections/entry.ts';

const fields = Object.entries(listed);

/** One line an event: what a list may ask of the thing after it, the batch or stock-take it belongs to, and the event. */
export const equipmentHistory = historyOf<EquipmentLine>({
  table: 'equipment_history',
  record: 'equipment_id',
  columns: {
    ...Object.fromEntries(fields.map(([name, { type }]) => [name, type])),
    correlation_id: 'id',
    entry: 'text',
  },
  indexes: [
    ['equipment_id', 'revision'],
    ['correlation_id'],
    ['stage', 'valid_to'],
    ['room_id', 'valid_to'],
    ['home_id', 'valid_to'],
    ['holder_id'],
  ],
  valuesOf: (line, event) => [
    ...fields.map(([, { of }]) => of(line)),
    correlationIn(event.meta),
    keptEntry(event),
  ],
});
