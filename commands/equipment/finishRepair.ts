import { z } from 'zod';
import { money, note, repairOutcome } from '#domain/equipment/words.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** Ends a repair; the thing is again where it was before. */
export const finishRepair = equipmentCommand({
  name: 'finishRepair',
  input: z.strictObject({
    outcome: repairOutcome,
    /** In the currency of the thing. */
    cost: money.nullable().default(null),
    note: note.default(''),
  }),
  facets: ['repair', 'place'],
  decide: (_, input) => [{ type: 'RepairFinished', data: input }],
});
