import type { RoomId, UserId } from '../ids.ts';
import type { Loan, RegisteredEquipment, Stage, Standing } from './equipment.ts';
import type { Place } from './words.ts';

export const IMAGES_PER_THING = 24;

/** Retired, disposed of and withdrawn things are not in use any more. */
export const isGone = (stage: Stage): boolean =>
  stage === 'Retired' || stage === 'Disposed' || stage === 'Withdrawn';

/** Tags, and serial numbers, are the same when they differ only in case or in how their letters are encoded. */
export const uniqueForm = (value: string): string =>
  value.normalize('NFKC').toUpperCase().normalize('NFKC').trim();

/** The loan that nothing has ended yet, also while the thing is in repair or missing. */
export function loanOf(standing: Standing): Loan | null {
  switch (standing.stage) {
    case 'CheckedOut':
      return standing.loan;
    case 'InRepair':
      return loanOf(standing.until);
    case 'Missing':
      return loanOf(standing.lastSeen);
    case 'InStock':
    case 'Retired':
    case 'Disposed':
    case 'Withdrawn':
      return null;
    default:
      return standing satisfies never;
  }
}

/** The one place where a thing is; where it comes back to while it is in repair; null where nobody knows, or it is gone. */
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

/** The person who has it, or had it when it went missing. */
export function holderOf(standing: Standing): UserId | null {
  const borrower = loanOf(standing)?.to;
  return borrower?.kind === 'person' ? borrower.userId : null;
}

export function hostOf(standing: Standing): string | null {
  const place = placeOf(standing);
  return place?.kind === 'host' ? place.hostId : null;
}

export function roomOf(standing: Standing): RoomId | null {
  const place = placeOf(standing);
  return place?.kind === 'room' ? place.roomId : null;
}

/** The room that it comes back to where the borrower, who has not signed yet, declines it. */
export function awaitedBackIn(standing: Standing): RoomId | null {
  const loan = standing.stage === 'Missing' ? null : loanOf(standing);
  return loan?.acceptance === 'awaiting' ? loan.from : null;
}

export const isInStockIn = ({ standing }: RegisteredEquipment, roomId: string): boolean =>
  standing.stage === 'InStock' && roomOf(standing) === roomId;

/** In a room it stays until somebody carries it elsewhere, in use or not. */
export const isKeptIn = (thing: RegisteredEquipment, roomId: string): boolean =>
  isInStockIn(thing, roomId) || (thing.standing.stage === 'Retired' && roomOf(thing.standing) === roomId);

/** The day (RFC 3339 full-date, UTC) of an instant. */
export const dayOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('UTC').toPlainDate().toString();

/** The first day that it is still anywhere on Earth at an instant. */
export const earliestDayAt = (instant: string): string =>
  dayOf(Temporal.Instant.from(instant).subtract({ hours: 12 }).toString());

/** The last day that it is anywhere on Earth at an instant. */
export const latestDayAt = (instant: string): string =>
  dayOf(Temporal.Instant.from(instant).add({ hours: 14 }).toString());
