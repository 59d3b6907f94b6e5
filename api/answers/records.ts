import { z } from 'zod';
import type * as rows from '#api/contract/rows.ts';
import { categoryKind } from '#domain/category/events.ts';
import { fieldDefinition } from '#domain/category/fields.ts';
import { role } from '#domain/role.ts';
import { id, instant, optionalId, version } from './words.ts';

export const roomRow = z
  .strictObject({
    roomId: id,
    name: z.string(),
    building: z.string(),
    floor: z.string(),
    status: z.enum(['Open', 'Closed']),
    openedAt: instant,
    updatedAt: instant,
    ...version,
  })
  .meta({ id: 'RoomRow' });
roomRow satisfies z.ZodType<rows.RoomRow>;

export const categoryRow = z
  .strictObject({
    categoryId: id,
    kind: categoryKind,
    name: z.string(),
    parentId: optionalId,
    fields: z.array(fieldDefinition),
    defaultAssigneeId: optionalId,
    defaultAssigneeName: z.string().nullable(),
    status: z.enum(['Active', 'Archived']),
    createdAt: instant,
    updatedAt: instant,
    ...version,
  })
  .meta({ id: 'CategoryRow' });
categoryRow satisfies z.ZodType<rows.CategoryRow>;

export const userRow = z
  .strictObject({
    userId: id,
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    department: z.string(),
    locale: z.string(),
    role,
    status: z.enum(['Active', 'Deactivated', 'Erased']),
    registeredAt: instant,
    updatedAt: instant,
    ...version,
  })
  .meta({ id: 'UserRow' });
userRow satisfies z.ZodType<rows.UserRow>;
