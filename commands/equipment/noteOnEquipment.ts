import { z } from 'zod';
import { reason } from '#domain/equipment/words.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** Each note is a fact of its own; a repeat is known by its command id. */
export const noteOnEquipment = equipmentCommand({
  name: 'noteOnEquipment',
  input: z.strictObject({ note: reason }),
  facets: [],
  decide: (_, input) => [{ type: 'EquipmentNoted', data: input }],
});
