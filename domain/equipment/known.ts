import { isRegistered, type Equipment, type RegisteredEquipment } from './equipment.ts';

/** Is it, or was it until its end, a thing of the house? One whose registering was taken back never was. */
export const isKnown = (thing: Equipment | undefined): thing is RegisteredEquipment =>
  isRegistered(thing) && thing.standing.stage !== 'Withdrawn';
