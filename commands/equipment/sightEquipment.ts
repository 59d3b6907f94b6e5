import { z } from 'zod';
import { roomId, stocktakeId } from '#domain/ids.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** A stock-take met the thing in a room. Each sighting is a fact of its own; a repeat is known by its command id. */
export const sightEquipment = equipmentCommand({
  name: 'sightEquipment',
  input: z.strictObject({ stocktakeId, roomId }),
  facets: [],
  decide: (_, input) => [{ type: 'EquipmentSighted', data: input }],
});
