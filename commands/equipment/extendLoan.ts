import { z } from 'zod';
import { loanOf } from '#domain/equipment/rules.ts';
import { day } from '#domain/equipment/words.ts';
import { dueObstacle } from './dueObstacle.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** Sets another day on which it is due, or none. */
export const extendLoan = equipmentCommand({
  name: 'extendLoan',
  input: z.strictObject({ dueOn: day.nullable() }),
  facets: ['loan', 'place'],
  already: ({ standing }, { dueOn }) => loanOf(standing)?.dueOn === dueOn,
  decide: (_, input, { occurredAt }) =>
    dueObstacle(input.dueOn, occurredAt) ?? [{ type: 'LoanExtended', data: input }],
});
