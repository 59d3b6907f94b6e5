import { z } from 'zod';
import { kind, type EventOf } from '../event.ts';
import { categoryId, userId } from '../ids.ts';
import { fieldDefinition } from './fields.ts';

export const categoryKind = z.enum(['ticket', 'equipment']);
export type CategoryKind = z.infer<typeof categoryKind>;
export const categoryName = z.string().trim().min(1).max(120);
export const fieldDefinitions = z
  .array(fieldDefinition)
  .max(30)
  .refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, {
    error: 'Each field needs a key of its own.',
  });

export const categoryEvents = {
  CategoryCreated: kind(
    ['record'],
    z.object({
      kind: categoryKind,
      name: categoryName,
      parentId: categoryId.nullable(),
      fields: fieldDefinitions,
      slaPolicyId: z.uuid().nullable(),
      defaultAssigneeId: userId.nullable(),
    }),
  ),
  CategoryRenamed: kind(['name'], z.object({ name: categoryName })),
  CategoryFieldsChanged: kind(['fields'], z.object({ fields: fieldDefinitions })),
  CategoryArchived: kind(['status'], z.object({})),
} as const;

export type CategoryEvent = EventOf<typeof categoryEvents>;
