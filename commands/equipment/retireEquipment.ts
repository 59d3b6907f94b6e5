import { z } from 'zod';
import { reason } from '#domain/equipment/words.ts';
import { batchId } from '#domain/ids.ts';
import { componentObstacle } from './componentObstacle.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** Takes out of use what is in stock. */
export const retireEquipment = equipmentCommand({
  name: 'retireEquipment',
  input: z.strictObject({ reason, batchId: batchId.nullable().default(null) }),
  facets: ['place'],
  asks: ({ id }) => ({ componentsOf: id }),
  already: ({ standing }, { reason }) => standing.stage === 'Retired' && standing.reason === reason,
  decide: (_, input, { told }) => componentObstacle(told) ?? [{ type: 'EquipmentRetired', data: input }],
});
