import { batches } from './batches/projection.ts';
import { categories } from './categories/projection.ts';
import { equipmentRegister } from './equipmentRegister/projection.ts';
import { untyped, type Projection } from './projection.ts';
import { rooms } from './rooms/projection.ts';
import { settings } from './settings/projection.ts';
import { stocktakes } from './stocktakes/projection.ts';
import { stocktakeScans } from './stocktakeScans/projection.ts';
import { ticketConversation } from './ticketConversation/projection.ts';
import { ticketPage } from './ticketPage/projection.ts';
import { ticketQueue } from './ticketQueue/projection.ts';
import { users } from './users/projection.ts';

/** Every table that screens read. */
export const projections: readonly Projection[] = [
  untyped(users),
  untyped(rooms),
  untyped(categories),
  untyped(ticketQueue),
  untyped(ticketPage),
  untyped(ticketConversation),
  untyped(equipmentRegister),
  untyped(stocktakes),
  untyped(stocktakeScans),
  untyped(batches),
  untyped(settings),
];
