import { z } from 'zod';
import { imageId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { settingsRef } from '../refs.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** The borrower signs for what is lent, under the terms as they stand now. */
export const acceptCheckout = equipmentCommand({
  name: 'acceptCheckout',
  input: z.strictObject({
    /** Of the terms that were shown. */
    termsVersion: z.int().min(0),
    signatureId: imageId.nullable().default(null),
  }),
  facets: ['acceptance', 'place'],
  needs: () => ({ settings: settingsRef }),
  already: ({ standing }) => standing.stage === 'CheckedOut' && standing.loan.acceptance === 'accepted',
  decide(_, input, { needed: { settings } }) {
    const { version } = settings.terms;
    return input.termsVersion === version
      ? [{ type: 'CheckoutAccepted', data: input }]
      : refuse('TermsChanged', { version });
  },
});
