import { z } from 'zod';
import { note } from '#domain/equipment/words.ts';
import { equipmentCommand } from './equipmentCommand.ts';

export const reportMissing = equipmentCommand({
  name: 'reportMissing',
  input: z.strictObject({ note: note.default('') }),
  facets: ['place'],
  already: ({ standing }) => standing.stage === 'Missing',
  decide: (_, input) => [{ type: 'ReportedMissing', data: input }],
});
