import { z } from 'zod';

/** A cursor that this list did not give out. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}

const place = z.tuple([z.string(), z.union([z.string(), z.number()]), z.string()]);
/** The value that a list is sorted by and the id of the last line of a page. */
export interface Place {
  readonly value: string | number;
  readonly id: string;
}

/** A text that means nothing to its reader; `sort` is kept in it so that it fits no other order. */
export const cursorOf = (sort: string, { value, id }: Place): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');

export function placeOf(cursor: string, sort: string): Place {
  try {
    const [of, value, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (of === sort) return { value, id };
  } catch {
    throw new BadCursor('The cursor cannot be read.');
  }
  throw new BadCursor('The cursor belongs to another order.');
}
