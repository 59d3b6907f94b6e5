import { z } from 'zod';
import { loanTerms } from '#domain/settings/events.ts';
import { settingsCommand } from './settingsCommand.ts';

/** Says what borrowers sign from now on; what they have signed keeps its version. */
export const defineLoanTerms = settingsCommand({
  name: 'defineLoanTerms',
  input: z.strictObject({ text: loanTerms }),
  facets: ['terms'],
  decide: ({ terms }, { text }) =>
    terms.version > 0 && terms.text === text
      ? []
      : [{ type: 'LoanTermsDefined', data: { version: terms.version + 1, text } }],
});
