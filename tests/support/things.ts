import { equipment } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { happened, record, type History } from './given.ts';
import { LAB, PRINTERS } from './people.ts';

type Registered = Extract<EquipmentEvent, { type: 'EquipmentRegistered' }>;

export const thingRegistered = (changes: Partial<Registered['data']> = {}): Registered => ({
  type: 'EquipmentRegistered',
  data: {
    tag: 'PR-1',
    name: 'Printer',
    categoryId: PRINTERS,
    serial: '',
    model: '',
    maker: '',
    vendor: '',
    purchasedOn: null,
    cost: null,
    currency: null,
    warrantyUntil: null,
    depreciation: null,
    fields: {},
    roomId: LAB,
    batchId: null,
    ...changes,
  },
});

/** A thing that is registered as PR-1 in the lab unless it begins otherwise, and what happened to it then. */
export const aThing = (id: string, ...events: EquipmentEvent[]): History => {
  const begun = events[0]?.type === 'EquipmentRegistered' ? events : [thingRegistered(), ...events];
  return record(equipment, id, ...begun.map((event) => happened(event)));
};
