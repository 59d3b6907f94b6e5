import type { Route } from '#api/http/route.ts';
import type { RecordRoutes } from './commands.ts';
import type { Desk } from './desk.ts';
import { equipmentCommandRoutes } from './equipment/commands.ts';
import { equipmentPictures } from './equipment/images.ts';
import { equipmentReadRoutes } from './equipment/read.ts';
import { signatureRoute } from './equipment/signature.ts';
import { imageRoutes } from './images.ts';
import { sinceFrom, type History } from './since.ts';

/** Borrowers may not read the history: they are told that a thing has changed, and not how. */
const historyFor =
  ({ reads: { equipment } }: Desk): History =>
  async (viewer, id, after) =>
    (await equipment.history(viewer, id, after)) ?? ((await equipment.find(viewer, id)) && []);

export function equipmentRoutes(desk: Desk): Route[] {
  const about: RecordRoutes = {
    base: '/api/equipment',
    desk,
    sinceOf: sinceFrom(desk, historyFor(desk)),
  };
  return [
    ...equipmentReadRoutes(desk),
    ...equipmentCommandRoutes(about),
    ...imageRoutes(about, equipmentPictures(desk)),
    signatureRoute(about),
  ];
}
