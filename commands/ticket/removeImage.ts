import { z } from 'zod';
import { imageId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { actorId, worksAsStaff } from '#domain/role.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Takes a picture off a ticket; whoever only reported the problem can take back their own. */
export const removeImage = ticketCommand({
  name: 'removeImage',
  input: z.strictObject({ imageId }),
  facets: ['images'],
  already: (ticket, { imageId }) => !(imageId in ticket.images),
  decide: (ticket, input, { actor }) =>
    worksAsStaff(actor) || ticket.images[input.imageId]?.by === actorId(actor)
      ? [{ type: 'ImageRemoved', data: input }]
      : refuse('NotAllowed'),
});
