import { z } from 'zod';
import { isInStockIn } from '#domain/equipment/rules.ts';
import { reason } from '#domain/equipment/words.ts';
import { roomId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { roomRef } from '../refs.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** Takes into use again what was retired. */
export const reinstateEquipment = equipmentCommand({
  name: 'reinstateEquipment',
  input: z.strictObject({ roomId, reason }),
  facets: ['place'],
  needs: ({ input }) => ({ room: roomRef(input.roomId) }),
  already: (thing, input) => isInStockIn(thing, input.roomId),
  decide: (_, input, { needed }) =>
    needed.room.status === 'Open' ? [{ type: 'EquipmentReinstated', data: input }] : refuse('NoSuchRoom'),
});
