import type { Recorded } from '#eventstore/journal.ts';
import { recordedOf } from '#projections/entry.ts';
import { namesAt } from '#projections/knownNames/query.ts';
import type { Look } from '#projections/projection.ts';
import { lines, readsNone } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { Change } from '#projections/ticketHistory/row.ts';
import { DESK_NAME, ERASED_USER } from '#projections/words.ts';
import type { RecordHistoryRow } from './row.ts';

type Kind = RecordHistoryRow['kind'];
type State = Readonly<Record<string, unknown>>;

const TABLES: Readonly<Record<Kind, string>> = {
  room: 'rooms_history',
  category: 'categories_history',
  user: 'users_history',
};
/** Fields that change with every event or name the record itself. */
const UNTOLD = [
  'roomId',
  'categoryId',
  'userId',
  'openedAt',
  'createdAt',
  'registeredAt',
  'updatedAt',
  'revision',
  'position',
  'defaultAssigneeId',
];

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
  if (readsNone(viewer, 'recordHistory')) return undefined;
  const sql = `select id, revision, entry, state from {${TABLES[kind]}} where record_id = ? order by revision`;
  const found = await lines<Line>(read, sql, [recordId]);
  const steps = unlessErased(found.map((line) => stepOf(line, kind, recordId)));
  if (steps.length === 0) return undefined;
  const names = await namesAt(
    read,
    steps.flatMap(({ event }) => event.by ?? []),
  );
  return steps.map((step, index) => ({
    kind,
    recordId,
    ...entryOf(step.event, names(step.event.position)),
    changes: changesOf(steps[index - 1]?.state ?? {}, step.state),
  }));
}

const stepOf = ({ id, revision, entry, state }: Line, kind: Kind, recordId: string): Step => ({
  event: recordedOf({ position: String(id), revision, category: kind, entityId: recordId, entry }),
  state: JSON.parse(state) as State,
});

/** What is erased is erased in the past too. */
function unlessErased(steps: readonly Step[]): Step[] {
  const last = steps.at(-1)?.state;
  if (last?.['name'] !== ERASED_USER) return [...steps];
  const { name, email, phone, department } = last;
  return steps.map(({ event, state }) => ({ event, state: { ...state, name, email, phone, department } }));
}

function entryOf(event: Recorded, look: Look): Omit<RecordHistoryRow, 'kind' | 'recordId' | 'changes'> {
  const { actorRole, command, commandId, correlationId, causationId } = event.meta;
  return {
    eventId: event.eventId,
    position: String(event.position),
    revision: String(event.revision),
    type: event.type,
    actorId: event.by,
    actorName: look.user(event.by) ?? DESK_NAME,
    actorRole,
    command,
    commandId,
    correlationId,
    causationId,
    occurredAt: event.at,
    recordedAt: event.recordedAt,
  };
}

function changesOf(before: State, after: State): Change[] {
  const fields = Object.keys(after).filter((field) => !UNTOLD.includes(field));
  return fields.flatMap((field) => {
    const [from, to] = [shown(before[field]), shown(after[field])];
    return from === to ? [] : [{ field, from, to }];
  });
}

/** Lists, such as a category's fields, as text. */
function shown(value: unknown): Change['to'] {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const text = JSON.stringify(value);
  return text === '[]' ? null : text;
}
