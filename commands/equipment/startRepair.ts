import { z } from 'zod';
import { note, words } from '#domain/equipment/words.ts';
import { ticketId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { ticketRef } from '../refs.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** Begins the repair of a thing, for a ticket or without one; what is lent stays lent. */
export const startRepair = equipmentCommand({
  name: 'startRepair',
  input: z.strictObject({
    ticketId: ticketId.nullable().default(null),
    vendor: words.default(''),
    note: note.default(''),
  }),
  facets: ['repair', 'place'],
  needs: ({ input }) => ({ ticket: input.ticketId === null ? undefined : ticketRef(input.ticketId) }),
  already: ({ standing }, { ticketId, vendor }) =>
    standing.stage === 'InRepair' &&
    standing.repair.ticketId === ticketId &&
    standing.repair.vendor === vendor,
  decide: (_, input, { needed }) =>
    needed.ticket?.status === 'Unopened' ? refuse('NoSuchTicket') : [{ type: 'RepairStarted', data: input }],
});
