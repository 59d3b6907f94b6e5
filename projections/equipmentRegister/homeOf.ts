import type { Standing } from '#domain/equipment/equipment.ts';
import { roomOf } from '#domain/equipment/rules.ts';

/** The room that a thing in use belongs to: it is there, was lent from there or was there last, retired or not. */
export function homeOf(standing: Standing): string | null {
  switch (standing.stage) {
    case 'InStock':
      return standing.place.kind === 'room' ? standing.place.roomId : null;
    case 'CheckedOut':
      return standing.loan.from;
    case 'InRepair':
      return homeOf(standing.until);
    case 'Missing':
      return homeOf(standing.lastSeen) ?? roomOf(standing.lastSeen);
    case 'Retired':
    case 'Disposed':
    case 'Withdrawn':
      return null;
    default:
      return standing satisfies never;
  }
}
