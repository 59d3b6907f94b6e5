import { z } from 'zod';
import { equipmentId } from '#domain/ids.ts';
import { ticketCommand } from './ticketCommand.ts';

export const linkEquipment = ticketCommand({
  name: 'linkEquipment',
  input: z.strictObject({ equipmentId }),
  facets: [],
  already: (ticket, input) => ticket.equipmentIds.includes(input.equipmentId),
  decide: (_, input) => [{ type: 'EquipmentLinked', data: input }],
});
