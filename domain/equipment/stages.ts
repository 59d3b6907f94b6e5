import type { EquipmentCommandName } from '../permissions.ts';
import type { Stage } from './equipment.ts';

const IN_USE = ['InStock', 'CheckedOut'] as const satisfies readonly Stage[];
/** What is known of it can still change. */
const KEPT = [...IN_USE, 'InRepair', 'Missing'] as const satisfies readonly Stage[];
const ANY = [...KEPT, 'Retired', 'Disposed', 'Withdrawn'] as const satisfies readonly Stage[];

/** At which stages a thing takes a command. Registering is for things that are not there yet. */
export const stagesFor: Readonly<Record<EquipmentCommandName, readonly Stage[]>> = {
  registerEquipment: [],
  retagEquipment: KEPT,
  correctEquipmentDetails: KEPT,
  moveEquipment: ['InStock', 'Retired'],
  checkOut: ['InStock'],
  acceptCheckout: ['CheckedOut'],
  declineCheckout: ['CheckedOut'],
  extendLoan: ['CheckedOut', 'InRepair'],
  checkIn: ['CheckedOut'],
  startRepair: IN_USE,
  finishRepair: ['InRepair'],
  planMaintenance: KEPT,
  recordMaintenance: KEPT,
  // What is away for repair, or waits to be disposed of, can get lost as well.
  reportMissing: [...IN_USE, 'InRepair', 'Retired'],
  reportFound: ['Missing'],
  fitComponent: ['InStock'],
  removeComponent: ['InStock'],
  sightEquipment: ANY,
  attachEquipmentImage: [...KEPT, 'Retired'],
  removeEquipmentImage: ANY,
  recordLabel: KEPT,
  retireEquipment: ['InStock'],
  reinstateEquipment: ['Retired'],
  disposeOfEquipment: ['Retired'],
  takeBackBatchChange: ANY,
  noteOnEquipment: ANY,
};
