import type { HistoryEntry } from '#lib/contract.ts';
import type { Told } from './differences.ts';

type Placed = Pick<HistoryEntry, 'revision' | 'position'> & Pick<Told, 'other'>;

/**
 * How a point of a history is addressed: by the revision of the record, or by the position in the journal where it is
 * another record's event that touched this one.
 */
export const pointOf = ({ other, revision, position }: Placed): string => (other ? `p${position}` : revision);

/** The same as the API is asked for it. */
export const askedAt = (point: string): { readonly revision: string } | { readonly position: string } =>
  point.startsWith('p') ? { position: point.slice(1) } : { revision: point };
