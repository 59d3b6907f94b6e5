import type { Questions, Tables, Told } from '../command.ts';

/** Asks the tables what a command wants to be told. */
export async function tell(asked: Questions, tables: Tables): Promise<Told> {
  const { occupantsOf, awaitedBackIn, componentsOf, tagged } = asked;
  const [occupants, awaited, components, thing] = await Promise.all([
    occupantsOf === undefined ? [] : tables.occupantsOf(occupantsOf),
    awaitedBackIn === undefined ? [] : tables.awaitedBackIn(awaitedBackIn),
    componentsOf === undefined ? [] : tables.componentsOf(componentsOf),
    tagged === undefined ? null : tables.tagged(tagged),
  ]);
  return { occupants, awaited, components, tagged: thing };
}

/** Of a desk that has nothing. */
export const NO_TABLES: Tables = {
  occupantsOf: () => Promise.resolve([]),
  awaitedBackIn: () => Promise.resolve([]),
  componentsOf: () => Promise.resolve([]),
  tagged: () => Promise.resolve(null),
};
export const TOLD_NOTHING: Told = { occupants: [], awaited: [], components: [], tagged: null };
