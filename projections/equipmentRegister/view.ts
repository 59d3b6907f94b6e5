import type { RegisteredEquipment } from '#domain/equipment/equipment.ts';
import { nextMaintenance } from '#domain/equipment/maintenance.ts';
import { holderOf, loanOf, placeOf } from '#domain/equipment/rules.ts';
import { tellsOfPurchase } from '#domain/equipment/words.ts';
import type { Sight } from '#projections/projection.ts';
import { later, stamp } from '#projections/stamp.ts';
import type { EquipmentRecorded } from './facts.ts';
import type { EquipmentFacts, EquipmentLine } from './line.ts';
import type { EquipmentRow } from './row.ts';

type Whereabouts = Pick<
  EquipmentRow,
  'roomId' | 'roomName' | 'holderId' | 'holderName' | 'hostId' | 'hostTag'
>;
export const NOWHERE: Whereabouts = {
  roomId: null,
  roomName: null,
  holderId: null,
  holderName: null,
  hostId: null,
  hostTag: null,
};

/** Where a component of a thing is. */
export const inHost = ({ equipmentId, tag, ...host }: EquipmentRow): Whereabouts => ({
  roomId: host.roomId,
  roomName: host.roomName,
  holderId: host.holderId,
  holderName: host.holderName,
  hostId: equipmentId,
  hostTag: tag,
});

function whereabouts(
  line: EquipmentLine | null,
  { standing }: RegisteredEquipment,
  { look, rowOf }: Sight,
): Whereabouts {
  const place = placeOf(standing);
  if (place?.kind !== 'host') {
    const holderId = holderOf(standing);
    const roomId = place?.kind === 'room' ? place.roomId : null;
    return { ...NOWHERE, roomId, roomName: look.room(roomId), holderId, holderName: look.user(holderId) };
  }
  // Once it is in its host, it is told where that goes.
  const { hostId } = place;
  if (line?.hostId === hostId) {
    const { roomId, roomName, holderId, holderName, hostTag } = line;
    return { roomId, roomName, holderId, holderName, hostId, hostTag };
  }
  const host = rowOf(hostId) as EquipmentLine | null;
  return host ? inHost(host) : { ...NOWHERE, hostId };
}

function maintenanceDueOn(line: EquipmentLine | null, { maintenance }: RegisteredEquipment): string | null {
  if (maintenance === null) return null;
  return line?.facts.state.maintenance === maintenance ? line.maintenanceDueOn : nextMaintenance(maintenance);
}

function sightedAt(line: EquipmentLine | null, { type, at }: EquipmentRecorded): string | null {
  const before = line?.sightedAt ?? null;
  if (type !== 'EquipmentSighted') return before;
  return before === null ? at : later(before, at);
}

function lent({ standing }: RegisteredEquipment): Pick<EquipmentRow, 'dueOn' | 'acceptance'> {
  const loan = loanOf(standing);
  return { dueOn: loan?.dueOn ?? null, acceptance: loan?.acceptance ?? null };
}

/** Of it, or of its damage; what tells of its purchase is no picture of it. */
function pictureOf({ images }: EquipmentFacts): string | null {
  const pictures = images.filter(({ kind }) => !tellsOfPurchase(kind));
  return (pictures.find(({ kind }) => kind === 'photo') ?? pictures[0])?.imageId ?? null;
}

interface Seen {
  readonly event: EquipmentRecorded;
  readonly sight: Sight;
}

/** A thing's line after an event, from what it is then. */
export function lineAfter(
  line: EquipmentLine | null,
  facts: EquipmentFacts,
  { event, sight }: Seen,
): EquipmentLine {
  const { state } = facts;
  const { depreciation: _, fields: __, ...details } = state.details;
  return {
    equipmentId: event.entityId,
    tag: state.tag,
    name: details.name,
    categoryId: details.categoryId,
    categoryName: sight.look.category(details.categoryId),
    serial: details.serial,
    model: details.model,
    maker: details.maker,
    vendor: details.vendor,
    stage: state.standing.stage,
    condition: state.condition,
    ...whereabouts(line, state, sight),
    ...lent(state),
    purchasedOn: details.purchasedOn,
    cost: details.cost,
    currency: details.currency,
    warrantyUntil: details.warrantyUntil,
    maintenanceDueOn: maintenanceDueOn(line, state),
    labelledAt: state.labelledAt,
    sightedAt: sightedAt(line, event),
    imageId: pictureOf(facts),
    registeredAt: line?.registeredAt ?? event.at,
    ...stamp(line, event),
    facts,
  };
}
