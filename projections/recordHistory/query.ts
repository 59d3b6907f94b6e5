import type { Recorded } from '#eventstore/journal.ts';
import type { Readable } from '#domain/permissions.ts';
import { recordedOf } from '#projections/entry.ts';
import { entryFacts } from '#projections/history/entry.ts';
import { namesAt } from '#projections/knownNames/query.ts';
import { isId, lines, readsNone } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { Change } from '#projections/ticketHistory/row.ts';
import { ERASED_USER } from '#projections/words.ts';
import { changesBetween, factsOf, type State } from './changes.ts';
import type { RecordHistoryRow } from './row.ts';

type Kind = RecordHistoryRow['kind'];

const TABLES: Readonly<Record<Kind, string>> = {
  room: 'rooms_history',
  category: 'categories_history',
  user: 'users_history',
  stocktake: 'stocktakes_history',
  batch: 'batches_history',
  settings: 'settings_history',
};
const READABLE: Readonly<Record<Kind, Readable>> = {
  room: 'recordHistory',
  category: 'recordHistory',
  user: 'recordHistory',
  stocktake: 'stocktakes',
  batch: 'batches',
  settings: 'recordHistory',
};

interface Line {
  readonly id: number | string;
  readonly revision: number;
  readonly entry: string;
  readonly state: string;
}
interface Step {
  readonly event: Recorded;
  readonly state: State;
}

/** Every event of a record in order; undefined where the viewer may not know, or there is none. */
export async function recordHistory(
  read: ReadDatabase,
  viewer: Viewer,
  { kind, recordId }: Pick<RecordHistoryRow, 'kind' | 'recordId'>,
): Promise<RecordHistoryRow[] | undefined> {
  if (readsNone(viewer, READABLE[kind]) || !isId(recordId)) return undefined;
  const sql = `select id, revision, entry, state from {${TABLES[kind]}} where record_id = ? order by revision`;
  const found = await lines<Line>(read, sql, [recordId]);
  if (found.length === 0) return undefined;
  const steps = withoutErased(found.map((line) => stepOf(line, kind, recordId)));
  const names = await namesAt(read, steps.flatMap(idsIn));
  const facts = steps.map(({ event, state }) => factsOf(state, names(event.position)));
  return steps.map(({ event }, index) => ({
    kind,
    recordId,
    ...entryFacts(event, names(event.position)),
    changes: [
      ...changesBetween(facts[index - 1] ?? new Map(), facts[index] ?? new Map()),
      ...scannedIn(event, steps),
    ],
  }));
}

const stepOf = ({ id, revision, entry, state }: Line, kind: Kind, recordId: string): Step => ({
  event: recordedOf({ position: String(id), revision, category: kind, entityId: recordId, entry }),
  state: JSON.parse(state) as State,
});

/** A scan is no fact of its stock-take but a line of it. */
function scannedIn(event: Recorded, steps: readonly Step[]): Change[] {
  if (event.type === 'EquipmentScanned')
    return [
      { field: 'scan', from: null, to: event.data.text },
      { field: 'verdict', from: null, to: event.data.verdict },
    ];
  if (event.type === 'StocktakeLineLeft') return [{ field: 'line', from: null, to: event.data.text }];
  if (event.type !== 'ScanUndone') return [];
  const { scanId } = event.data;
  const undone = steps.find(
    ({ event: one }) => one.type === 'EquipmentScanned' && one.data.scanId === scanId,
  )?.event;
  return undone?.type === 'EquipmentScanned' ? [{ field: 'scan', from: undone.data.text, to: null }] : [];
}

const idsIn = ({ event, state }: Step): string[] =>
  [event.by, state['parentId']].filter((id) => typeof id === 'string');

/** Who is erased never had a name. */
function withoutErased(steps: readonly Step[]): readonly Step[] {
  const last = steps.at(-1)?.state;
  if (last?.['name'] !== ERASED_USER) return steps;
  const { name, email, phone, department } = last;
  return steps.map(({ event, state }) => ({ event, state: { ...state, name, email, phone, department } }));
}
