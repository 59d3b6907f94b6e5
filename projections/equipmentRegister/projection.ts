import { equipmentEvents } from '#domain/equipment/events.ts';
import { equipment, isRegistered } from '#domain/equipment/equipment.ts';
import { equipmentCounts } from '#projections/equipmentCounts/derived.ts';
import { equipmentHistory } from '#projections/equipmentHistory/derived.ts';
import { changing, projection, type SetUpdate, type Sight } from '#projections/projection.ts';
import { typesOf } from '#projections/stamp.ts';
import { ERASED_USER, nameShown } from '#projections/words.ts';
import { columns } from './columns.ts';
import { factsAfter, type EquipmentRecorded } from './facts.ts';
import type { EquipmentLine } from './line.ts';
import { inHost, lineAfter } from './view.ts';
import { equipmentWords } from './words.ts';

type Line = EquipmentLine;

/** The host of a component keeps in mind to tell it where it goes. */
const asHost = (line: Line | null): Line | null =>
  !line || line.facts.hosts ? line : { ...line, facts: { ...line.facts, hosts: true } };

export function fold(line: Line | null, event: EquipmentRecorded, sight: Sight): Line | null {
  if (sight.key !== event.entityId) return asHost(line);
  const state = equipment.evolve(line?.facts.state ?? equipment.initial, event);
  return isRegistered(state) ? lineAfter(line, factsAfter(line, state, event), { event, sight }) : null;
}

const renamed = (userId: string, holderName: string) => [changing<Line>('holder_id', userId, { holderName })];

/** Components go wherever their host goes. */
function withHost(before: Line | null, after: Line | null): SetUpdate<Line>[] {
  if (!before || !after?.facts.hosts) return [];
  const [was, is] = [inHost(before), inHost(after)];
  if (was.roomId === is.roomId && was.holderId === is.holderId && was.hostTag === is.hostTag) return [];
  const { hostId: _, ...set } = is;
  return [
    {
      where: { column: 'host_id', is: after.equipmentId },
      set,
      columns: { room_id: is.roomId, holder_id: is.holderId },
    },
  ];
}

export const equipmentRegister = projection<Line>({
  name: 'equipment_register',
  version: 6,
  keys: (event) =>
    event.type === 'ComponentFitted' && event.data.hostId !== event.entityId
      ? [event.data.hostId, event.entityId]
      : event.entityId,
  columns,
  apart: ['facts'],
  indexes: [
    ...['tag', 'name', 'updated_at', 'due_on', 'warranty_until', 'maintenance_on'].map((sorted) => [
      'stage',
      sorted,
      'number',
    ]),
    ...['tag', 'name', 'updated_at'].map((sorted) => ['category_id', 'stage', sorted, 'number']),
    ...['tag', 'name', 'updated_at'].map((sorted) => ['room_id', 'stage', sorted, 'number']),
    ['acceptance', 'stage', 'tag', 'number'],
    ['stage', 'home_id', 'room_id'],
    ['holder_id'],
    ['host_id'],
    ['tag_key'],
    ['serial_key'],
  ],
  cluster: 'number',
  derived: [equipmentHistory, equipmentCounts, equipmentWords],
  on: Object.fromEntries(typesOf(equipmentEvents).map((type) => [type, fold])),
  also: withHost,
  onOthers: {
    UserDetailsCorrected: ({ entityId, data }) => renamed(entityId, nameShown(data.name)),
    UserErased: ({ entityId }) => renamed(entityId, ERASED_USER),
    RoomRenamed: ({ entityId, data }) => [changing<Line>('room_id', entityId, { roomName: data.name })],
    CategoryRenamed: ({ entityId, data }) => [
      changing<Line>('category_id', entityId, { categoryName: data.name }),
    ],
  },
});
