import type { CalledTicket, HistoryEntry } from '#lib/contract.ts';

/** A picture of a record as it stood: of what kind, in words; null where it can no longer be shown. */
export interface StatePicture {
  readonly imageId: string;
  readonly kind: string;
  readonly href: string | null;
}

/** A fact of a record as it stood, in words; '' where there was none. */
export interface StateFact {
  readonly field: string;
  readonly label: string;
  readonly text: string;
  /** What the words count: there may be as many as before, and others. */
  readonly pictures?: readonly StatePicture[];
}

/** An event with the record's line in its list after it; `other`: whose own event it is, where it is another one's. */
export type Told = HistoryEntry & { readonly state: object; readonly other?: CalledTicket | null };

/** All facts of a record after an event; what only its page knows, where that is here. */
export type Tell<E extends Told, P> = (entry: E, page: P | undefined) => readonly StateFact[];

export type Mark = 'same' | 'changed' | 'added' | 'removed';

export interface Difference extends StateFact {
  readonly before: string;
  readonly picturesBefore: readonly StatePicture[];
  readonly mark: Mark;
}

const idsIn = (fact: StateFact | undefined): string =>
  (fact?.pictures ?? []).map(({ imageId }) => imageId).join();

function markOf(before: StateFact | undefined, after: StateFact): Mark {
  const had = before?.text ?? '';
  if (had === after.text && idsIn(before) === idsIn(after)) return 'same';
  if (had === '') return 'added';
  return after.text === '' ? 'removed' : 'changed';
}

/** Two states fact by fact; facts that neither has are left out. */
export function differences(
  before: readonly StateFact[],
  after: readonly StateFact[],
): readonly Difference[] {
  const known = new Map(before.map((fact) => [fact.field, fact]));
  return after
    .map((fact) => {
      const had = known.get(fact.field);
      return {
        ...fact,
        before: had?.text ?? '',
        picturesBefore: had?.pictures ?? [],
        mark: markOf(had, fact),
      };
    })
    .filter((fact) => fact.before !== '' || fact.text !== '');
}
