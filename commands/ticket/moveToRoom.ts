import { z } from 'zod';
import { roomId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { roomRef } from '../refs.ts';
import { ticketCommand } from './ticketCommand.ts';

export const moveToRoom = ticketCommand({
  name: 'moveToRoom',
  input: z.strictObject({ roomId }),
  facets: ['room'],
  needs: ({ input }) => ({ room: roomRef(input.roomId) }),
  already: (ticket, input) => ticket.roomId === input.roomId,
  decide: (_, input, { needed }) =>
    needed.room.status === 'Open' ? [{ type: 'TicketMovedToRoom', data: input }] : refuse('NoSuchRoom'),
});
