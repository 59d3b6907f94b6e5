import type { Messages } from '#lib/messages/languages.ts';

export type ActionName = keyof Messages['equipmentActions'];

/** What is most likely done next, at whatever stage. */
export const leading: readonly ActionName[] = [
  'checkIn',
  'checkOut',
  'finishRepair',
  'reportFound',
  'reinstateEquipment',
  'removeComponent',
  'extendLoan',
  'moveEquipment',
  'startRepair',
];
export const further: readonly ActionName[] = [
  'recordMaintenance',
  'planMaintenance',
  'noteOnEquipment',
  'correctEquipmentDetails',
  'retagEquipment',
  'fitComponent',
  'reportMissing',
  'retireEquipment',
  'disposeOfEquipment',
];
export const dangerous: readonly ActionName[] = ['reportMissing', 'retireEquipment', 'disposeOfEquipment'];
export const wide: readonly ActionName[] = ['correctEquipmentDetails'];
