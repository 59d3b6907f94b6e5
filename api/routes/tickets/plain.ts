import { ticketCommands } from '#commands/registry.ts';

// Whoever could name a picture could read it on a ticket of their own: only who sends one attaches it.
const { openTicket: _, attachImage: __, ...others } = ticketCommands;

/** Commands that are given on a ticket by their names and inputs alone. */
export const plainCommands = others;
