import { z } from 'zod';
import { batchId } from '#domain/ids.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** A label was printed; each is a fact of its own, but a batch prints one. */
export const recordLabel = equipmentCommand({
  name: 'recordLabel',
  input: z.strictObject({ batchId: batchId.nullable().default(null) }),
  facets: [],
  already: ({ undoable, labelledAt }, { batchId }) =>
    batchId !== null && labelledAt !== null && undoable.some((one) => one.batchId === batchId),
  decide: (_, input) => [{ type: 'LabelPrinted', data: input }],
});
