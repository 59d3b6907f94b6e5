import type { ProjectionsAnswer, ProjectionStatus } from '#lib/contract.ts';

export type TableState = 'active' | 'behind' | 'building' | 'waiting' | 'faulted';

/** A table as those who run the desk see it. Positions of the journal. */
export interface TableLine {
  readonly name: string;
  readonly state: TableState;
  readonly version: number;
  /** Of the table that screens read now; rises with each time that it is made. */
  readonly generation: number;
  readonly position: number;
  readonly lag: number;
  readonly fault: { readonly at: number; readonly message: string } | null;
  /** How far the new table is that is being made; null: none is. */
  readonly made: number | null;
}

export const isMade = ({ state }: TableLine): boolean => state === 'building' || state === 'waiting';

interface Known {
  readonly present: ProjectionStatus;
  readonly building: ProjectionStatus | undefined;
  readonly lag: number;
  readonly asked: boolean;
}

function stateOf({ present, building, lag, asked }: Known): TableState {
  if (building && !building.fault) return 'building';
  if (asked) return 'waiting';
  if (present.fault) return 'faulted';
  return lag > 0 ? 'behind' : 'active';
}

/** A line for each table, in the order in which the API names them. */
export function tableLines({ projections, end, asked }: ProjectionsAnswer): readonly TableLine[] {
  return [...new Set(projections.map(({ name }) => name))].flatMap((name) => {
    const own = projections.filter((one) => one.name === name);
    const building = own.find(({ status }) => status === 'building');
    const present = own.find(({ status }) => status === 'active') ?? building;
    if (!present) return [];
    const position = Number(present.position);
    const lag = Math.max(0, Number(end) - position);
    const { version, generation, fault } = present;
    return {
      ...{ name, version, generation, position, lag },
      state: stateOf({ present, building, lag, asked: asked.includes(name) }),
      fault: fault && { at: Number(fault.at), message: fault.message },
      made: building ? Number(building.position) : null,
    };
  });
}
