import { refuse, type Rejection } from './rejection.ts';
import type { Actor, Role } from './role.ts';

/** On which records a role may do a thing: all, those it takes part in (requester or watcher), or its own. */
export type Reach = 'any' | 'involved' | 'own';

type Grants = Readonly<Partial<Record<Role, Reach>>>;

const staffWork: Grants = { technician: 'any', admin: 'any' };
const requesterToo: Grants = { ...staffWork, requester: 'own' };
const everyoneInvolved: Grants = { ...staffWork, requester: 'involved' };
const requesterOnly: Grants = { requester: 'own', technician: 'own', admin: 'own' };
const adminOnly: Grants = { admin: 'any' };

const ticketPermissions = {
  openTicket: requesterToo,
  retitle: requesterToo,
  describe: requesterToo,
  categorise: staffWork,
  moveToRoom: staffWork,
  changeUrgency: requesterToo,
  prioritise: staffWork,
  tag: staffWork,
  untag: staffWork,
  accept: staffWork,
  assign: staffWork,
  unassign: staffWork,
  putOnHold: staffWork,
  resume: staffWork,
  comment: everyoneInvolved,
  redactComment: staffWork,
  attachImage: requesterToo,
  removeImage: requesterToo,
  linkEquipment: staffWork,
  unlinkEquipment: staffWork,
  relate: staffWork,
  unrelate: staffWork,
  addChecklistItem: staffWork,
  tickChecklistItem: staffWork,
  untickChecklistItem: staffWork,
  removeChecklistItem: staffWork,
  watch: everyoneInvolved,
  unwatch: everyoneInvolved,
  logWork: staffWork,
  resolve: staffWork,
  close: requesterToo,
  reopen: requesterToo,
  reject: staffWork,
  cancel: requesterOnly,
  merge: staffWork,
  unmerge: staffWork,
  rate: requesterOnly,
} as const satisfies Record<string, Grants>;

const roomPermissions = {
  openRoom: adminOnly,
  renameRoom: adminOnly,
  closeRoom: adminOnly,
} as const satisfies Record<string, Grants>;

const categoryPermissions = {
  createCategory: adminOnly,
  renameCategory: adminOnly,
  changeCategoryFields: adminOnly,
  archiveCategory: adminOnly,
} as const satisfies Record<string, Grants>;

const userPermissions = {
  registerUser: adminOnly,
  correctUserDetails: { admin: 'any', technician: 'own', auditor: 'own', requester: 'own' },
  changeUserRole: adminOnly,
  deactivateUser: adminOnly,
  reactivateUser: adminOnly,
} as const satisfies Record<string, Grants>;

/** What each role may do, command by command. The desk itself may do everything. */
export const permissions = {
  ...ticketPermissions,
  ...roomPermissions,
  ...categoryPermissions,
  ...userPermissions,
} as const;

export type TicketCommandName = keyof typeof ticketPermissions;
export type RoomCommandName = keyof typeof roomPermissions;
export type CategoryCommandName = keyof typeof categoryPermissions;
export type UserCommandName = keyof typeof userPermissions;
export type CommandName = keyof typeof permissions;

/** What each role may read. `involved` in tickets: as requester or watcher, without what is internal. */
export const readable = {
  tickets: { requester: 'involved', technician: 'any', auditor: 'any', admin: 'any' },
  internalNotes: { technician: 'any', auditor: 'any', admin: 'any' },
  ticketHistory: { requester: 'involved', technician: 'any', auditor: 'any', admin: 'any' },
  counts: { technician: 'any', auditor: 'any', admin: 'any' },
  rooms: { requester: 'any', technician: 'any', auditor: 'any', admin: 'any' },
  categories: { requester: 'any', technician: 'any', auditor: 'any', admin: 'any' },
  recordHistory: { technician: 'any', auditor: 'any', admin: 'any' },
  users: { requester: 'own', technician: 'any', auditor: 'any', admin: 'any' },
  projections: { auditor: 'any', admin: 'any' },
} as const satisfies Record<string, Grants>;

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
