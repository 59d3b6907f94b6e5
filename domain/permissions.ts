import { refuse, type Rejection } from './rejection.ts';
import {
  ticketPermissions,
  roomPermissions,
  categoryPermissions,
  userPermissions,
  equipmentPermissions,
  stocktakePermissions,
  batchPermissions,
  settingsPermissions,
  readable,
  type Grants,
  type Reach,
} from './grants.ts';
import type { Actor, Role } from './role.ts';

export { readable, type Reach } from './grants.ts';

/** What each role may do, command by command. The desk itself may do everything. */
export const permissions = {
  ...ticketPermissions,
  ...roomPermissions,
  ...categoryPermissions,
  ...userPermissions,
  ...equipmentPermissions,
  ...stocktakePermissions,
  ...batchPermissions,
  ...settingsPermissions,
} as const;

export type TicketCommandName = keyof typeof ticketPermissions;
export type RoomCommandName = keyof typeof roomPermissions;
export type CategoryCommandName = keyof typeof categoryPermissions;
export type UserCommandName = keyof typeof userPermissions;
export type EquipmentCommandName = keyof typeof equipmentPermissions;
export type StocktakeCommandName = keyof typeof stocktakePermissions;
export type BatchCommandName = keyof typeof batchPermissions;
export type SettingsCommandName = keyof typeof settingsPermissions;
export type CommandName = keyof typeof permissions;

export type Readable = keyof typeof readable;

export const reachOf = (role: Role, what: Readable): Reach | undefined => (readable[what] as Grants)[role];

/** How an actor stands to a record. */
export interface Relation {
  readonly own: boolean;
  readonly involved: boolean;
}

export const UNRELATED: Relation = { own: false, involved: false };

const reaches = (reach: Reach | undefined, relation: Relation): boolean =>
  reach === 'any' ||
  (reach === 'own' && relation.own) ||
  (reach === 'involved' && (relation.own || relation.involved));

/** May this actor give this command on a record to which it stands so? */
export const mayCommand = (actor: Actor, command: CommandName, relation: Relation): boolean =>
  actor.kind === 'desk' || reaches((permissions[command] as Grants)[actor.role], relation);

/** May this actor read such a record to which it stands so? */
export const mayRead = (actor: Actor, what: Readable, relation: Relation): boolean =>
  actor.kind === 'desk' || reaches(reachOf(actor.role, what), relation);

/** Why an actor may not give a command on a record; what it may not even read does not exist for it. */
export function permissionObstacle(
  actor: Actor,
  command: CommandName,
  what: Readable,
  relation: Relation,
): Rejection | null {
  if (mayCommand(actor, command, relation)) return null;
  return refuse(mayRead(actor, what, relation) ? 'NotAllowed' : 'NotFound');
}
