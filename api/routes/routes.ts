import type { Route } from '#api/http/route.ts';
import { batchRoutes } from './batches.ts';
import { categoryRoutes } from './categories.ts';
import type { Desk } from './desk.ts';
import { accountRoutes } from './auth/accounts.ts';
import { sessionRoutes } from './auth/session.ts';
import { equipmentRoutes } from './equipment.ts';
import { exportRoutes } from './exports.ts';
import { importRoutes } from './imports.ts';
import { labelRoutes } from './labels.ts';
import { projectionRoutes } from './projections.ts';
import { referenceRoutes } from './reference.ts';
import { roomRoutes } from './rooms.ts';
import { scanRoutes } from './scan.ts';
import { settingsRoutes } from './settings.ts';
import { stocktakeRoutes } from './stocktakes.ts';
import { ticketRoutes } from './tickets.ts';
import { userRoutes } from './users.ts';

/** All of the API. The commands are the registry's: each has an address of its own. */
export function routesOf(desk: Desk, version: string): readonly Route[] {
  const routes = [
    ...ticketRoutes(desk),
    ...roomRoutes(desk),
    ...categoryRoutes(desk),
    ...userRoutes(desk),
    ...equipmentRoutes(desk),
    ...stocktakeRoutes(desk),
    ...settingsRoutes(desk),
    ...scanRoutes(desk),
    ...batchRoutes(desk),
    ...importRoutes(desk),
    ...exportRoutes(desk),
    ...labelRoutes(desk),
    ...sessionRoutes(desk),
    ...accountRoutes(desk),
    ...projectionRoutes(desk),
  ];
  return [...routes, ...referenceRoutes(routes, version)];
}
