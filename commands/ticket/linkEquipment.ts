import { z } from 'zod';
import { isKnown } from '#domain/equipment/known.ts';
import { equipmentId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { equipmentRef } from '../refs.ts';
import { ticketCommand } from './ticketCommand.ts';

export const linkEquipment = ticketCommand({
  name: 'linkEquipment',
  input: z.strictObject({ equipmentId }),
  facets: [],
  needs: ({ input }) => ({ thing: equipmentRef(input.equipmentId) }),
  already: (ticket, input) => ticket.equipmentIds.includes(input.equipmentId),
  decide: (_, input, { needed: { thing } }) =>
    isKnown(thing) ? [{ type: 'EquipmentLinked', data: input }] : refuse('NoSuchEquipment', input),
});
