import { z } from 'zod';

const named = {
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: z.string().trim().min(1).max(80),
  required: z.boolean(),
  /** Not told to whoever only has a thing on loan. Absent: told to everybody who may see the thing. */
  staffOnly: z.literal(true).exactOptional(),
};

/** A custom field that a category asks for. */
export const fieldDefinition = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), ...named }),
  z.object({ type: z.literal('number'), ...named }),
  z.object({ type: z.literal('date'), ...named }),
  z.object({ type: z.literal('yesNo'), ...named }),
  z.object({
    type: z.literal('choice'),
    ...named,
    choices: z.array(z.string().trim().min(1).max(80)).min(1).max(50),
  }),
]);
export type FieldDefinition = z.infer<typeof fieldDefinition>;

/** Values by field key. */
export const fieldValues = z.record(z.string(), z.union([z.string().max(2_000), z.number(), z.boolean()]));
export type FieldValues = z.infer<typeof fieldValues>;

export const hidesFields = (definitions: readonly FieldDefinition[]): boolean =>
  definitions.some(({ staffOnly }) => staffOnly);

export const openFields = (definitions: readonly FieldDefinition[]): FieldDefinition[] =>
  definitions.filter(({ staffOnly }) => !staffOnly);

/**
 * The values that everybody may know. What the category asks for no longer is not among them, as nobody can say whom it
 * was for.
 */
export function openValues(definitions: readonly FieldDefinition[], values: FieldValues): FieldValues {
  const open = new Set(openFields(definitions).map(({ key }) => key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => open.has(key)));
}
