import type { Questions, Tables, Told } from '../command.ts';

/** Asks the tables what a command wants to be told. */
export async function tell({ occupantsOf, componentsOf, tagged }: Questions, tables: Tables): Promise<Told> {
  const [occupants, components, thing] = await Promise.all([
    occupantsOf === undefined ? [] : tables.occupantsOf(occupantsOf),
    componentsOf === undefined ? [] : tables.componentsOf(componentsOf),
    tagged === undefined ? null : tables.tagged(tagged),
  ]);
  return { occupants, components, tagged: thing };
}

/** Of a desk that has nothing. */
export const NO_TABLES: Tables = {
  occupantsOf: () => Promise.resolve([]),
  componentsOf: () => Promise.resolve([]),
  tagged: () => Promise.resolve(null),
};
export const TOLD_NOTHING: Told = { occupants: [], components: [], tagged: null };
