import { z } from 'zod';
import { isInStockIn } from '#domain/equipment/rules.ts';
import { condition, note } from '#domain/equipment/words.ts';
import { batchId, roomId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { roomRef } from '../refs.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** Takes back what was lent. */
export const checkIn = equipmentCommand({
  name: 'checkIn',
  input: z.strictObject({
    roomId,
    /** Absent: as it was. */
    condition: condition.optional(),
    note: note.default(''),
    batchId: batchId.nullable().default(null),
  }),
  facets: ['place'],
  needs: ({ input }) => ({ room: roomRef(input.roomId) }),
  already: (thing, input) =>
    isInStockIn(thing, input.roomId) && (input.condition ?? thing.condition) === thing.condition,
  decide: (thing, input, { needed }) =>
    needed.room.status === 'Open'
      ? [{ type: 'EquipmentCheckedIn', data: { ...input, condition: input.condition ?? thing.condition } }]
      : refuse('NoSuchRoom'),
});
