import { z } from 'zod';
import { isInStockIn } from '#domain/equipment/rules.ts';
import { batchId, roomId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { roomRef } from '../refs.ts';
import { equipmentCommand } from './equipmentCommand.ts';

export const moveEquipment = equipmentCommand({
  name: 'moveEquipment',
  input: z.strictObject({ roomId, batchId: batchId.nullable().default(null) }),
  facets: ['place'],
  needs: ({ input }) => ({ room: roomRef(input.roomId) }),
  already: (thing, input) => isInStockIn(thing, input.roomId),
  decide: (_, input, { needed }) =>
    needed.room.status === 'Open' ? [{ type: 'EquipmentMoved', data: input }] : refuse('NoSuchRoom'),
});
