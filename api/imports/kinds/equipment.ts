import { isDeepStrictEqual } from 'node:util';
import { equipmentCommands } from '#commands/registry.ts';
import { uniqueForm } from '#domain/equipment/rules.ts';
import { stageObstacle } from '#domain/equipment/possible.ts';
import { refusals } from '#domain/rejection.ts';
import { DESK } from '#domain/role.ts';
import { creating, SAME, type Judge, type Step, type Thing, type Verdict } from '../judge.ts';
import { COLUMN_OF, type RowReader } from '../rowReader.ts';
import { columnOf } from './customFields.ts';
import { sayings, type Said, type Sayings } from './sayings.ts';

const registering = equipmentCommands.registerEquipment.input.omit({ batchId: true });
const correcting = equipmentCommands.correctEquipmentDetails.input.omit({ batchId: true });
type Values = Readonly<Record<string, unknown>>;

/** What the row says otherwise than what stands. */
function changesTo(thing: Thing, { details, roomId }: Said) {
  const stands: Values = thing.details;
  const changed = Object.entries(details).filter(
    ([field, value]) => !isDeepStrictEqual(stands[field], value),
  );
  return { details: changed, room: roomId !== null && roomId !== thing.roomId ? roomId : null };
}
type Changes = ReturnType<typeof changesTo>;

/** Details by the columns that tell them: each custom field has its own. */
const asColumns = ({ fields, ...details }: Values): Values => ({
  ...details,
  ...Object.fromEntries(
    Object.entries({ ...(fields as object) }).map(([key, value]) => [columnOf(key), value]),
  ),
});

function contradiction(
  row: RowReader,
  thing: Thing,
  { changes, shown }: { changes: Changes; shown: Sayings['shown'] },
) {
  const stands: Values = { ...asColumns(thing.details), roomId: thing.roomId };
  const said = asColumns(Object.fromEntries(changes.details));
  const before = 'fields' in Object.fromEntries(changes.details) ? { fields: thing.details.fields } : {};
  const columns = new Set([...Object.keys(said), ...Object.keys(asColumns(before))]);
  const others = [...columns].filter((field) => !isDeepStrictEqual(said[field], stands[field]));
  for (const field of changes.room === null ? others : [...others, 'roomId'])
    row.fault(
      COLUMN_OF[field] ?? field,
      `This tag is there already, with “${shown(field, stands[field])}” here.`,
    );
}

type Updating = 'correctEquipmentDetails' | 'moveEquipment';

/** Keeps as a fault why the thing does not take a command as it stands, which is the same whoever gives it. */
function expectTaken(row: RowReader, thing: Thing, command: Updating): void {
  const obstacle = stageObstacle(DESK, command, thing);
  const isMove = command === 'moveEquipment';
  if (obstacle)
    row.fault(
      isMove ? 'room' : 'tag',
      isMove && obstacle.rejection === 'WrongStage'
        ? 'Only what is in stock, or retired, can be moved.'
        : refusals[obstacle.rejection],
    );
}

function updating(row: RowReader, thing: Thing, { details, room }: Changes): Verdict {
  const id = thing.equipmentId;
  const steps: Step[] = [];
  const input = row.parsed(correcting, Object.fromEntries(details));
  if (details.length > 0) expectTaken(row, thing, 'correctEquipmentDetails');
  if (details.length > 0 && input) steps.push({ command: 'correctEquipmentDetails', id, input });
  if (room !== null) {
    expectTaken(row, thing, 'moveEquipment');
    steps.push({ command: 'moveEquipment', id, input: { roomId: room } });
  }
  return { outcome: 'update', steps };
}

/** A thing is known by its tag. */
export const judgeEquipment: Judge = (known) => {
  const { standing, settings } = known;
  const { said, shown } = sayings(known);
  const byTag = new Map(standing.things.map((thing) => [uniqueForm(thing.tag), thing]));
  const bySerial = new Map(standing.things.map((thing) => [uniqueForm(thing.details.serial), thing]));

  function against(row: RowReader, thing: Thing, told: Said): Verdict {
    const changes = changesTo(thing, told);
    if (changes.details.length === 0 && changes.room === null) return SAME;
    if (settings.standing === 'update') return updating(row, thing, changes);
    contradiction(row, thing, { changes, shown });
    return SAME;
  }
  function fresh(row: RowReader, tag: string, { details, roomId }: Said): Verdict {
    if (row.text('room') === '') row.fault('room', 'This is needed.');
    return creating('registerEquipment', row.parsed(registering, { tag, roomId, ...details }));
  }
  return (row) => {
    const tag = row.text('tag');
    const serial = uniqueForm(row.text('serial'));
    const thing = byTag.get(uniqueForm(tag));
    const told = said(row, thing?.details);
    const holder = serial === '' ? undefined : bySerial.get(serial);
    if (holder && holder !== thing) row.fault('serial', `${holder.tag} has this serial number already.`);
    const verdict = thing ? against(row, thing, told) : fresh(row, tag, told);
    return { key: tag, unique: { tag: uniqueForm(tag), serial }, verdict };
  };
};
