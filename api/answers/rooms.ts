import { z } from 'zod';
import type * as contract from '#api/contract/equipment.ts';
import { id, position } from './words.ts';

export const roomBoardRow = z
  .strictObject({
    roomId: id,
    name: z.string(),
    building: z.string(),
    floor: z.string(),
    status: z.enum(['Open', 'Closed']),
    equipment: z.int(),
    lent: z.int(),
    missing: z.int(),
  })
  .meta({ id: 'RoomBoardRow' });
roomBoardRow satisfies z.ZodType<contract.RoomBoardRow>;

export const roomBoardAnswer = z.strictObject({ items: z.array(roomBoardRow), position });
roomBoardAnswer satisfies z.ZodType<contract.RoomBoardAnswer>;

export const publicScan = z
  .strictObject({
    known: z.boolean().describe('As far as the viewer may know.'),
    name: z.string().optional(),
    category: z.string().optional(),
    room: z.string().optional(),
    mayReport: z.boolean(),
    equipmentId: id.nullable().describe('Of a thing that the viewer may read.'),
    state: z.enum(['signedOut', 'signedIn']),
  })
  .meta({ id: 'PublicScan' });
publicScan satisfies z.ZodType<contract.PublicScan>;
