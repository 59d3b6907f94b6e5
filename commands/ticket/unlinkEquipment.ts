import { z } from 'zod';
import { equipmentId } from '#domain/ids.ts';
import { ticketCommand } from './ticketCommand.ts';

export const unlinkEquipment = ticketCommand({
  name: 'unlinkEquipment',
  input: z.strictObject({ equipmentId }),
  facets: [],
  already: (ticket, input) => !ticket.equipmentIds.includes(input.equipmentId),
  decide: (_, input) => [{ type: 'EquipmentUnlinked', data: input }],
});
