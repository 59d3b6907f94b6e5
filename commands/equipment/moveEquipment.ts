import { z } from 'zod';
import { isKeptIn } from '#domain/equipment/rules.ts';
import { batchId, roomId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { roomRef } from '../refs.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** Brings into another room what is in stock in one, or retired there until it is disposed of. */
export const moveEquipment = equipmentCommand({
  name: 'moveEquipment',
  input: z.strictObject({ roomId, batchId: batchId.nullable().default(null) }),
  facets: ['place'],
  needs: ({ input }) => ({ room: roomRef(input.roomId) }),
  already: (thing, input) => isKeptIn(thing, input.roomId),
  decide: (_, input, { needed }) =>
    needed.room.status === 'Open' ? [{ type: 'EquipmentMoved', data: input }] : refuse('NoSuchRoom'),
});
