import { z } from 'zod';
import { latestDayAt } from '#domain/equipment/rules.ts';
import { day, note } from '#domain/equipment/words.ts';
import { refuse } from '#domain/rejection.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** Maintenance was done on a day, planned or not. */
export const recordMaintenance = equipmentCommand({
  name: 'recordMaintenance',
  input: z.strictObject({ doneOn: day, note: note.default('') }),
  facets: ['maintenance'],
  already: ({ maintenance }, { doneOn }) => maintenance?.lastDoneOn === doneOn,
  decide: (_, input, { occurredAt }) =>
    input.doneOn > latestDayAt(occurredAt)
      ? refuse('InTheFuture', { doneOn: input.doneOn })
      : [{ type: 'MaintenanceDone', data: input }],
});
