import { z } from 'zod';
import { reason } from '#domain/equipment/words.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** The borrower does not take it; it is in stock again where it was lent from. */
export const declineCheckout = equipmentCommand({
  name: 'declineCheckout',
  input: z.strictObject({ reason }),
  facets: ['place', 'acceptance'],
  decide: (_, input) => [{ type: 'CheckoutDeclined', data: input }],
});
