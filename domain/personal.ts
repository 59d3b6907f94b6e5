import { z } from 'zod';

/** What a reader gets in place of a personal field once the key of its person is destroyed. */
export const erased = z.object({ erased: z.literal(true) });
export type Erased = z.infer<typeof erased>;
export const ERASED: Erased = { erased: true };

export const isErased = (value: unknown): value is Erased =>
  typeof value === 'object' && value !== null && 'erased' in value && value.erased === true;

/**
 * Whose key encrypts a personal field: the record itself (`self`, a user's own stream), the one who
 * acted (`actor`), or the user named by another field of the same event.
 */
export type Subject = string;

export const personalFields = z.registry<{ subject: Subject }>();

/** Marks a field as personal: encrypted at rest under its subject's key, {@link Erased} after erasure. */
export function personal<T extends z.ZodType>(schema: T, subject: Subject) {
  const field = z.union([schema, erased]);
  personalFields.add(field, { subject });
  return field;
}

/** The words a screen shows: the value, or the reader's word for what was erased. */
export const shown = (value: string | Erased, whenErased: string): string =>
  isErased(value) ? whenErased : value;
