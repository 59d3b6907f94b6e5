import { z } from 'zod';

export const id = z.string().meta({ format: 'uuid' });
export const optionalId = id.nullable();
export const instant = z.string().meta({ format: 'date-time' });
const decimal = z.string().regex(/^\d+$/);
export const position = decimal;
/** Where a row stands: the revision of its record and the position in the journal. */
export const version = { revision: decimal, position: decimal };
