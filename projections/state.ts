import type { Knex } from 'knex';

const TABLE = 'projection_state';

/** One generation of a projection's tables. */
export interface Generation {
  readonly name: string;
  readonly generation: number;
  readonly version: number;
  readonly status: 'building' | 'active';
  readonly position: bigint;
  /** The position of the last batch that changed a row. */
  readonly changed: bigint;
  readonly writer: string;
  readonly fault: { readonly at: bigint; readonly message: string } | null;
}

interface Line extends Pick<Generation, 'name' | 'generation' | 'version' | 'status' | 'writer'> {
  readonly position: number | string;
  readonly changed: number | string;
  readonly faulted_at: number | string | null;
  readonly fault: string | null;
}

export async function readGenerations(database: Knex): Promise<Generation[]> {
  const lines = await database<Line>(TABLE).select();
  return lines.map(({ faulted_at, fault, position, changed, ...line }) => ({
    ...line,
    position: BigInt(position),
    changed: BigInt(changed),
    fault: faulted_at === null ? null : { at: BigInt(faulted_at), message: fault ?? '' },
  }));
}

/** Where a set of generations stands, moves to, and who moves it. */
export interface Move {
  readonly names: readonly string[];
  readonly status: Generation['status'];
  readonly from: bigint;
  readonly to: bigint;
  readonly changed: readonly string[];
  readonly writer: string;
}

/** Somebody else has moved the checkpoint. */
export class PositionLost extends Error {
  override readonly name = 'PositionLost';
}

/** Moves the checkpoint by compare-and-set. Throws {@link PositionLost} where it does not stand where it should. */
export async function movePosition(trx: Knex.Transaction, move: Move): Promise<void> {
  const moved = await trx(TABLE)
    .whereIn('name', move.names)
    .where({ status: move.status, position: String(move.from) })
    .whereNull('faulted_at')
    .update({ position: String(move.to), writer: move.writer });
  if (moved !== move.names.length)
    throw new PositionLost(`the checkpoint is no longer at ${String(move.from)}`);
  if (move.changed.length > 0)
    await trx(TABLE)
      .whereIn('name', move.changed)
      .where({ status: move.status })
      .update({ changed: String(move.to) });
}

/** Whether a move was made whose answer was lost. */
export async function wasMoved(database: Knex, { names, status, to, writer }: Move): Promise<boolean> {
  const found = await database(TABLE)
    .whereIn('name', names)
    .where({ status, position: String(to), writer })
    .count({ moved: '*' })
    .first<{ moved: number }>();
  return found.moved === names.length;
}

export async function markFaulted(
  trx: Knex.Transaction,
  of: Pick<Generation, 'name' | 'status'>,
  fault: { readonly at: bigint; readonly position: bigint; readonly message: string },
): Promise<void> {
  await trx(TABLE)
    .where({ name: of.name, status: of.status })
    .update({ faulted_at: String(fault.at), fault: fault.message, position: String(fault.position) });
}

export async function startGeneration(
  database: Knex,
  { name, generation, version, writer }: Pick<Generation, 'name' | 'generation' | 'version' | 'writer'>,
): Promise<void> {
  await database(TABLE).insert({
    name,
    generation,
    version,
    status: 'building',
    position: '-1',
    changed: '-1',
    writer,
  });
}

export async function forgetGeneration(
  database: Knex,
  { name, generation }: Pick<Generation, 'name' | 'generation'>,
): Promise<void> {
  await database(TABLE).where({ name, generation }).del();
}

/** Makes what is built active in place of what was. */
export async function activate(trx: Knex.Transaction, names: readonly string[]): Promise<void> {
  await trx(TABLE).whereIn('name', names).where({ status: 'active' }).del();
  await trx(TABLE).whereIn('name', names).where({ status: 'building' }).update({ status: 'active' });
}
