import type { RoomId } from '../ids.ts';
import { isRegistered, type Equipment, type Standing } from './equipment.ts';
import type { Place } from './words.ts';

/** The one place where a thing is; null where it is missing or gone. */
export function placeOf(standing: Standing): Place | null {
  switch (standing.stage) {
    case 'InStock':
    case 'Retired':
      return standing.place;
    case 'CheckedOut':
      return standing.loan.to;
    case 'InRepair':
      return placeOf(standing.until);
    case 'Missing':
    case 'Disposed':
    case 'Withdrawn':
      return null;
    default:
      return standing satisfies never;
  }
}

const placeOfThing = (thing: Equipment | undefined): Place | null =>
  isRegistered(thing) ? placeOf(thing.standing) : null;

/** What it is part of, and goes wherever that goes. */
export function hostOf(thing: Equipment | undefined): string | null {
  const place = placeOfThing(thing);
  return place?.kind === 'host' ? place.hostId : null;
}

/** The room that it is in, or its host; null where a person has it, or it is missing or gone. */
export function roomOf(thing: Equipment | undefined, host?: Equipment): RoomId | null {
  const place = placeOfThing(thing);
  if (place?.kind === 'host') return host ? roomOf(host) : null;
  return place?.kind === 'room' ? place.roomId : null;
}

/** Is it, or was it until its end, a thing of the house? One whose registering was taken back never was. */
export const isKnown = (thing: Equipment | undefined): boolean =>
  isRegistered(thing) && thing.standing.stage !== 'Withdrawn';
