import type { EquipmentRow } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';
import type { IconName } from '#lib/ui/icons.ts';

type Placed = Pick<
  EquipmentRow,
  'stage' | 'holderId' | 'holderName' | 'hostId' | 'hostTag' | 'roomId' | 'roomName'
>;

/** Where a thing is, in a sentence, and where that leads. */
export function standsInWords(
  thing: Placed,
  { equipmentPage: p }: Messages,
): { text: string; href?: string } {
  if (thing.holderName) return { text: p.withPerson(thing.holderName), href: `/people/${thing.holderId}` };
  if (thing.hostTag) return { text: p.inHost(thing.hostTag), href: `/equipment/${thing.hostId}` };
  if (!thing.roomName) return { text: p.gone };
  const href = `/rooms/${thing.roomId}`;
  return { text: thing.stage === 'Missing' ? p.lastSeenIn(thing.roomName) : p.atRoom(thing.roomName), href };
}

export function standingIcon({ stage, hostTag, roomName }: Placed): IconName {
  if (stage === 'Missing') return 'alert';
  if (hostTag) return 'link';
  return roomName ? 'room' : 'out';
}
