import type { Route } from '#api/http/route.ts';
import { commandRoute, type RecordRoutes } from './commands.ts';
import type { Desk } from './desk.ts';
import { imageRoutes } from './images.ts';
import { sinceFrom } from './since.ts';
import { bulkRoute } from './tickets/bulk.ts';
import { ticketPictures } from './tickets/images.ts';
import { openTicketRoute } from './tickets/open.ts';
import { plainCommands } from './tickets/plain.ts';
import { ticketReadRoutes } from './tickets/read.ts';

export function ticketRoutes(desk: Desk): Route[] {
  const about: RecordRoutes = {
    base: '/api/tickets',
    desk,
    sinceOf: sinceFrom(desk, desk.reads.tickets.history),
  };
  return [
    ...ticketReadRoutes(desk),
    openTicketRoute(about),
    bulkRoute(about),
    ...imageRoutes(about, ticketPictures(desk)),
    ...Object.values(plainCommands).map((command) => commandRoute(command, about)),
  ];
}
