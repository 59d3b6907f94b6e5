import type { CategoryKind, CategoryRow, RoomRow, UserRow } from '#lib/contract.ts';
import { placeOf, roomInFull } from '#lib/rooms/naming.ts';

/** Something to pick. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** What it is called once it is chosen, where the label alone would not tell it from others. */
  readonly inFull?: string;
}

export const calledInFull = ({ label, inFull }: Option): string => inFull ?? label;

export const roomOptions = (rooms: readonly RoomRow[]): Option[] =>
  rooms
    .filter((room) => room.status === 'Open')
    .map((room) => ({ value: room.roomId, label: room.name, hint: placeOf(room), inFull: roomInFull(room) }));

export const personOptions = (people: readonly UserRow[]): Option[] =>
  people.map((person) => ({
    value: person.userId,
    label: person.name,
    hint: person.department || person.email,
  }));

/** Categories of one kind with the names of those above them, in the order of the tree. */
export function categoryOptions(categories: readonly CategoryRow[], kind: CategoryKind = 'ticket'): Option[] {
  const active = categories.filter((it) => it.kind === kind && it.status === 'Active');
  const below = (parentId: string | null, path: readonly string[]): Option[] =>
    active
      .filter((it) => it.parentId === parentId)
      .flatMap((it) => [
        { value: it.categoryId, label: it.name, ...(path.length > 0 ? { hint: path.join(' › ') } : {}) },
        ...(path.length < DEEPEST ? below(it.categoryId, [...path, it.name]) : []),
      ]);
  return below(null, []);
}
const DEEPEST = 8;

/** The options that have every typed word in their label or hint. */
export function narrowed<O extends Pick<Option, 'label' | 'hint'>>(
  options: readonly O[],
  text: string,
): readonly O[] {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return options;
  return options.filter(({ label, hint = '' }) => {
    const words = `${label} ${hint}`.toLowerCase();
    return parts.every((part) => words.includes(part));
  });
}
