import { z } from 'zod';
import type { Viewer } from '#api/http/route.ts';
import { ticketCommands } from '#commands/registry.ts';
import { mayRead } from '#domain/permissions.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import { relationTo } from '#domain/ticket/relation.ts';
import { isOpened } from '#domain/ticket/rules.ts';
import { ticket, type Ticket } from '#domain/ticket/ticket.ts';
import { imageKind } from '#domain/ticket/words.ts';
import { actorOf } from '../asking.ts';
import type { Desk } from '../desk.ts';
import type { Pictured } from '../images.ts';

export const ticketPictures = ({ runner }: Desk): Pictured<Ticket, TicketEvent> => ({
  what: 'a ticket',
  reads: 'tickets',
  attach: ticketCommands.attachImage,
  kind: imageKind.default('problem'),
  seen: async (viewer: Viewer, id: string) => {
    if (!z.uuid().safeParse(id).success) return undefined;
    const { state } = await runner.load({ aggregate: ticket, id });
    const actor = actorOf(viewer);
    return isOpened(state) && mayRead(actor, 'tickets', relationTo(state, actor))
      ? (imageId) => imageId in state.images
      : undefined;
  },
});
