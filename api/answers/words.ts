import { z } from 'zod';
import { permissions, type CommandName } from '#domain/permissions.ts';

export const id = z.string().meta({ format: 'uuid' });
export const optionalId = id.nullable();
export const instant = z.string().meta({ format: 'date-time' });
export const day = z.string().meta({ format: 'date' });
const decimal = z.string().regex(/^\d+$/);
export const position = decimal;
/** Where a row stands: the revision of its record and the position in the journal. */
export const version = { revision: decimal, position: decimal };

export const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): K[] =>
  Object.keys(record) as K[];
export const commandName = z.enum(keysOf<CommandName>(permissions));
