import { z } from 'zod';
import { isKeptIn } from '#domain/equipment/rules.ts';
import { note } from '#domain/equipment/words.ts';
import { roomId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { roomRef } from '../refs.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** What was missing is in stock again, or retired as it was; whoever had it has it no more. */
export const reportFound = equipmentCommand({
  name: 'reportFound',
  input: z.strictObject({ roomId, note: note.default('') }),
  facets: ['place'],
  needs: ({ input }) => ({ room: roomRef(input.roomId) }),
  already: (thing, input) => isKeptIn(thing, input.roomId),
  decide: (_, input, { needed }) =>
    needed.room.status === 'Open' ? [{ type: 'EquipmentFound', data: input }] : refuse('NoSuchRoom'),
});
