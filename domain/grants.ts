import type { Role } from './role.ts';

/** On which records a role may do a thing: all, those it takes part in (requester or watcher), or its own. */
export type Reach = 'any' | 'involved' | 'own';

export type Grants = Readonly<Partial<Record<Role, Reach>>>;

const staffWork: Grants = { technician: 'any', admin: 'any' };
const requesterToo: Grants = { ...staffWork, requester: 'own' };
const everyoneInvolved: Grants = { ...staffWork, requester: 'involved' };
const requesterOnly: Grants = { requester: 'own', technician: 'own', admin: 'own' };
const adminOnly: Grants = { admin: 'any' };

export const ticketPermissions = {
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

export const roomPermissions = {
  openRoom: adminOnly,
  renameRoom: adminOnly,
  closeRoom: adminOnly,
} as const satisfies Record<string, Grants>;

export const categoryPermissions = {
  createCategory: adminOnly,
  renameCategory: adminOnly,
  changeCategoryFields: adminOnly,
  archiveCategory: adminOnly,
} as const satisfies Record<string, Grants>;

export const userPermissions = {
  registerUser: adminOnly,
  correctUserDetails: { admin: 'any', technician: 'own', auditor: 'own', requester: 'own' },
  changeUserRole: adminOnly,
  deactivateUser: adminOnly,
  reactivateUser: adminOnly,
  givePassword: adminOnly,
} as const satisfies Record<string, Grants>;

const borrowerOnly: Grants = { requester: 'own', technician: 'own', auditor: 'own', admin: 'own' };

export const equipmentPermissions = {
  registerEquipment: staffWork,
  retagEquipment: staffWork,
  correctEquipmentDetails: staffWork,
  moveEquipment: staffWork,
  checkOut: staffWork,
  acceptCheckout: borrowerOnly,
  declineCheckout: borrowerOnly,
  extendLoan: staffWork,
  checkIn: staffWork,
  startRepair: staffWork,
  finishRepair: staffWork,
  planMaintenance: staffWork,
  recordMaintenance: staffWork,
  reportMissing: staffWork,
  reportFound: staffWork,
  fitComponent: staffWork,
  removeComponent: staffWork,
  sightEquipment: staffWork,
  attachEquipmentImage: staffWork,
  removeEquipmentImage: staffWork,
  recordLabel: staffWork,
  retireEquipment: staffWork,
  reinstateEquipment: staffWork,
  disposeOfEquipment: staffWork,
  takeBackBatchChange: staffWork,
  noteOnEquipment: staffWork,
} as const satisfies Record<string, Grants>;

export const stocktakePermissions = {
  startStocktake: staffWork,
  scan: staffWork,
  undoScan: staffWork,
  finishStocktake: staffWork,
  cancelStocktake: staffWork,
  leaveLine: staffWork,
} as const satisfies Record<string, Grants>;

export const batchPermissions = {
  startBatch: staffWork,
  stopBatch: staffWork,
  takeUpBatch: staffWork,
  finishBatch: staffWork,
  takeBackBatch: staffWork,
} as const satisfies Record<string, Grants>;

export const settingsPermissions = {
  defineLoanTerms: adminOnly,
  definePublicScan: adminOnly,
} as const satisfies Record<string, Grants>;

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
  /** `own`: what is lent to one. */
  equipment: { requester: 'own', technician: 'any', auditor: 'any', admin: 'any' },
  /** What a thing has cost and is worth, and who has sold or repairs it. */
  purchases: { technician: 'any', auditor: 'any', admin: 'any' },
  /** Custom fields of a thing that its category keeps for staff. */
  staffFields: { technician: 'any', auditor: 'any', admin: 'any' },
  equipmentHistory: { technician: 'any', auditor: 'any', admin: 'any' },
  stocktakes: { technician: 'any', auditor: 'any', admin: 'any' },
  batches: { technician: 'any', auditor: 'any', admin: 'any' },
  settings: { requester: 'any', technician: 'any', auditor: 'any', admin: 'any' },
} as const satisfies Record<string, Grants>;
