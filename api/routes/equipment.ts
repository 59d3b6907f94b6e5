import type { Route } from '#api/http/route.ts';
import type { RecordRoutes } from './commands.ts';
import type { Desk } from './desk.ts';
import { equipmentCommandRoutes } from './equipment/commands.ts';
import { equipmentPictures } from './equipment/images.ts';
import { equipmentReadRoutes } from './equipment/read.ts';
import { signatureRoute } from './equipment/signature.ts';
import { imageRoutes } from './images.ts';
import { sinceFrom } from './since.ts';

export function equipmentRoutes(desk: Desk): Route[] {
  const about: RecordRoutes = {
    base: '/api/equipment',
    desk,
    sinceOf: sinceFrom(desk, desk.reads.equipment.history),
  };
  return [
    ...equipmentReadRoutes(desk),
    ...equipmentCommandRoutes(about),
    ...imageRoutes(about, equipmentPictures(desk)),
    signatureRoute(about),
  ];
}
