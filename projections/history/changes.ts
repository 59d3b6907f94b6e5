import type { Change } from '#projections/ticketHistory/row.ts';

export type Shown = Change['to'];
/** Two states differ where `is` differs; `shown` is what people are told. */
export interface Fact {
  readonly is: Shown;
  readonly shown: Shown;
}
/** Facts by a key that stays; the same field may have several. */
export type Facts = ReadonlyMap<string, readonly [field: string, Fact]>;

export const plain = (value: Shown): Fact => ({ is: value, shown: value });
export const NOTHING: Fact = plain(null);

export const change = (field: string, from = NOTHING, to = NOTHING): Change[] =>
  from.is === to.is ? [] : [{ field, from: from.shown, to: to.shown }];

/** Where two states of a record differ. */
export const changesBetween = (had: Facts, has: Facts): Change[] =>
  [...new Set([...had.keys(), ...has.keys()])].flatMap((key) => {
    const field = (has.get(key) ?? had.get(key))?.[0] ?? key;
    return change(field, had.get(key)?.[1], has.get(key)?.[1]);
  });
