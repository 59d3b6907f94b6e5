import type { Equipment } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import type { EquipmentCommandName } from '#domain/permissions.ts';
import type { Command } from '../command.ts';
import { acceptCheckout } from './acceptCheckout.ts';
import { attachEquipmentImage } from './attachEquipmentImage.ts';
import { checkIn } from './checkIn.ts';
import { checkOut } from './checkOut.ts';
import { correctEquipmentDetails } from './correctEquipmentDetails.ts';
import { declineCheckout } from './declineCheckout.ts';
import { disposeOfEquipment } from './disposeOfEquipment.ts';
import { extendLoan } from './extendLoan.ts';
import { finishRepair } from './finishRepair.ts';
import { fitComponent } from './fitComponent.ts';
import { moveEquipment } from './moveEquipment.ts';
import { noteOnEquipment } from './noteOnEquipment.ts';
import { planMaintenance } from './planMaintenance.ts';
import { recordLabel } from './recordLabel.ts';
import { recordMaintenance } from './recordMaintenance.ts';
import { registerEquipment } from './registerEquipment.ts';
import { reinstateEquipment } from './reinstateEquipment.ts';
import { removeComponent } from './removeComponent.ts';
import { removeEquipmentImage } from './removeEquipmentImage.ts';
import { reportFound } from './reportFound.ts';
import { reportMissing } from './reportMissing.ts';
import { retagEquipment } from './retagEquipment.ts';
import { retireEquipment } from './retireEquipment.ts';
import { sightEquipment } from './sightEquipment.ts';
import { startRepair } from './startRepair.ts';
import { takeBackBatchChange } from './takeBackBatchChange.ts';

export const equipmentCommands = {
  registerEquipment,
  retagEquipment,
  correctEquipmentDetails,
  moveEquipment,
  checkOut,
  acceptCheckout,
  declineCheckout,
  extendLoan,
  checkIn,
  startRepair,
  finishRepair,
  planMaintenance,
  recordMaintenance,
  reportMissing,
  reportFound,
  fitComponent,
  removeComponent,
  sightEquipment,
  attachEquipmentImage,
  removeEquipmentImage,
  recordLabel,
  retireEquipment,
  reinstateEquipment,
  disposeOfEquipment,
  takeBackBatchChange,
  noteOnEquipment,
} as const satisfies Record<EquipmentCommandName, Command<Equipment, EquipmentEvent>>;
