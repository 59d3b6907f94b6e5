import type { RegisteredEquipment } from '#domain/equipment/equipment.ts';
import { uniqueForm } from '#domain/equipment/rules.ts';
import type { Claim } from '../command.ts';

/** A thing's tag is nobody else's, and so is its serial number where it has one. */
const claimsOf = (kind: 'tag' | 'serial', value: string): readonly Claim[] =>
  value === '' ? [] : [{ kind, value: uniqueForm(value) }];

export const claimsOn = (tag: string, serial: string): readonly Claim[] => [
  ...claimsOf('tag', tag),
  ...claimsOf('serial', serial),
];

export const claimsOfThing = ({ tag, details }: RegisteredEquipment): readonly Claim[] =>
  claimsOn(tag, details.serial);

/** The claims of a change from one value to another. */
export const exchanged = (kind: 'tag' | 'serial', before: string, after: string) =>
  uniqueForm(before) === uniqueForm(after)
    ? { take: [], release: [] }
    : { take: claimsOf(kind, after), release: claimsOf(kind, before) };
