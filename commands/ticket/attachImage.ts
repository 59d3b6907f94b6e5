import { z } from 'zod';
import { imageId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { worksAsStaff } from '#domain/role.ts';
import { imageLimit } from '#domain/ticket/rules.ts';
import { imageKind } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Puts a picture that the picture store holds on a ticket. */
export const attachImage = ticketCommand({
  name: 'attachImage',
  input: z.strictObject({ imageId, kind: imageKind.default('problem') }),
  facets: ['images'],
  already: (ticket, { imageId }) => imageId in ticket.images,
  decide(ticket, input, { actor }) {
    if (input.kind !== 'problem' && !worksAsStaff(actor)) return refuse('NotAllowed');
    const limit = imageLimit[input.kind];
    const attached = Object.values(ticket.images).filter(({ kind }) => kind === input.kind).length;
    return attached < limit
      ? [{ type: 'ImageAttached', data: input }]
      : refuse('TooManyImages', { kind: input.kind, limit });
  },
});
