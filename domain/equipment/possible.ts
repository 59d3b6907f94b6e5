import { permissionObstacle, type EquipmentCommandName } from '../permissions.ts';
import { refuse, type Rejection } from '../rejection.ts';
import type { Actor } from '../role.ts';
import { relationTo, type EquipmentOutline } from './outline.ts';
import { isGone } from './rules.ts';
import { stagesFor } from './stages.ts';

type Condition = (thing: EquipmentOutline, actor: Actor) => Rejection | null;

const notAComponent: Condition = ({ hostId }) => (hostId === null ? null : refuse('IsComponent', { hostId }));

/** Signed for by the borrower only, not by the desk itself. */
function awaited({ acceptance }: EquipmentOutline, actor: Actor): Rejection | null {
  if (actor.kind === 'desk') return refuse('NotAllowed');
  return acceptance === 'awaiting' ? null : refuse('NotAwaitingAcceptance');
}

const conditions: Partial<Record<EquipmentCommandName, Condition>> = {
  moveEquipment: notAComponent,
  checkOut: notAComponent,
  fitComponent: notAComponent,
  retireEquipment: notAComponent,
  removeComponent: ({ hostId }) => (hostId === null ? refuse('NotFitted') : null),
  acceptCheckout: awaited,
  declineCheckout: awaited,
  extendLoan: ({ acceptance }) => (acceptance === null ? refuse('NotLent') : null),
};

const refusalAt: Partial<Record<EquipmentCommandName, 'NotInStock' | 'NotLent' | 'NotAwaitingAcceptance'>> = {
  checkOut: 'NotInStock',
  fitComponent: 'NotInStock',
  retireEquipment: 'NotInStock',
  checkIn: 'NotLent',
  extendLoan: 'NotLent',
  acceptCheckout: 'NotAwaitingAcceptance',
  declineCheckout: 'NotAwaitingAcceptance',
};

export const equipmentPermissionObstacle = (
  actor: Actor,
  command: EquipmentCommandName,
  thing: EquipmentOutline,
): Rejection | null => permissionObstacle(actor, command, 'equipment', relationTo(thing, actor));

/** Why a thing does not take a command at the stage that it is at, whatever the input. */
export function stageObstacle(
  actor: Actor,
  command: EquipmentCommandName,
  thing: EquipmentOutline,
): Rejection | null {
  const { stage } = thing;
  if (stagesFor[command].includes(stage)) return conditions[command]?.(thing, actor) ?? null;
  return refuse(isGone(stage) ? 'EquipmentGone' : (refusalAt[command] ?? 'WrongStage'), { stage });
}

/** Those that only follow from something else: a scan, or a batch. */
const indirect: ReadonlySet<EquipmentCommandName> = new Set(['sightEquipment', 'takeBackBatchChange']);
const names = (Object.keys(stagesFor) as EquipmentCommandName[]).filter((name) => !indirect.has(name));

/** The commands that make sense for this actor at the thing's present stage. */
export const may = (actor: Actor, thing: EquipmentOutline): EquipmentCommandName[] =>
  names.filter(
    (name) =>
      equipmentPermissionObstacle(actor, name, thing) === null && stageObstacle(actor, name, thing) === null,
  );
