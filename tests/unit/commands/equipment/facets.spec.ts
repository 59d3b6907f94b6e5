import { describe, expect, it } from 'vitest';
import { equipmentCommands } from '#commands/registry.ts';
import { equipmentEvents } from '#domain/equipment/events.ts';
import { clash } from '#domain/event.ts';

type Pair = readonly [keyof typeof equipmentCommands, keyof typeof equipmentEvents];

const touches = ([command, event]: Pair): boolean =>
  clash(equipmentCommands[command].facets, equipmentEvents[event].facets);

const apart: readonly Pair[] = [
  ['correctEquipmentDetails', 'EquipmentMoved'],
  ['correctEquipmentDetails', 'EquipmentRetagged'],
  ['retagEquipment', 'EquipmentCheckedOut'],
  ['moveEquipment', 'EquipmentDetailsCorrected'],
  ['planMaintenance', 'EquipmentCheckedIn'],
  ['attachEquipmentImage', 'EquipmentImageAttached'],
  ['recordLabel', 'LabelPrinted'],
  ['noteOnEquipment', 'EquipmentRetired'],
  ['checkOut', 'EquipmentSighted'],
];
const together: readonly Pair[] = [
  ['correctEquipmentDetails', 'EquipmentDetailsCorrected'],
  ['moveEquipment', 'EquipmentMoved'],
  ['moveEquipment', 'EquipmentCheckedOut'],
  ['checkOut', 'EquipmentRetired'],
  ['acceptCheckout', 'EquipmentCheckedOut'],
  ['declineCheckout', 'CheckoutAccepted'],
  ['extendLoan', 'EquipmentCheckedIn'],
  ['takeBackBatchChange', 'LabelPrinted'],
  ['takeBackBatchChange', 'EquipmentMoved'],
];

describe('changes by two who do not know of each other', () => {
  it.each(apart)('both go through: %s after %s', (...pair) => expect(touches(pair)).toBe(false));
  it.each(together)('are shown to the second: %s after %s', (...pair) => expect(touches(pair)).toBe(true));
});
