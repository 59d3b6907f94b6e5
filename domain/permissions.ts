import type { Actor, Role } from './role.ts';

/** On which records a role may do a thing: all, those it takes part in (requester or watcher), or its own. */
export type Reach = 'any' | 'involved' | 'own';

type Grants = Readonly<Partial<Record<Role, Reach>>>;

const staffWork: Grants = { technician: 'any', admin: 'any' };
const requesterToo: Grants = { ...staffWork, requester: 'own' };
const everyoneInvolved: Grants = { ...staffWork, requester: 'involved' };
const requesterOnly: Grants = { requester: 'own', technician: 'own', admin: 'own' };
const adminOnly: Grants = { admin: 'any' };

/** What each role may do, command by command. The desk itself may do everything. */
export const permissions = {
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
  openRoom: adminOnly,
  renameRoom: adminOnly,
  closeRoom: adminOnly,
  createCategory: adminOnly,
  renameCategory: adminOnly,
  changeCategoryFields: adminOnly,
  archiveCategory: adminOnly,
  registerUser: adminOnly,
  correctUserDetails: { admin: 'any', technician: 'own', auditor: 'own', requester: 'own' },
  changeUserRole: adminOnly,
  deactivateUser: adminOnly,
  reactivateUser: adminOnly,
} as const satisfies Record<string, Grants>;

export type CommandName = keyof typeof permissions;

/** What each role may read. `own` of tickets: as requester or watcher, without what is internal. */
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

/** May this actor give this command on a record to which it stands so? */
export function mayCommand(actor: Actor, command: CommandName, relation: Relation): boolean {
  if (actor.kind === 'desk') return true;
  const reach = (permissions[command] as Grants)[actor.role];
  return (
    reach === 'any' ||
    (reach === 'own' && relation.own) ||
    (reach === 'involved' && (relation.own || relation.involved))
  );
}
