import { z } from 'zod';
import { roomCommand } from './roomCommand.ts';

export const closeRoom = roomCommand({
  name: 'closeRoom',
  input: z.strictObject({}),
  facets: ['status'],
  decide: (room) => (room.status === 'Closed' ? [] : [{ type: 'RoomClosed', data: {} }]),
});
