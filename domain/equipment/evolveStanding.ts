import type { Happened } from '../event.ts';
import type { RoomId } from '../ids.ts';
import type { InUse, Loan, RegisteredEquipment, Standing } from './equipment.ts';
import type { EquipmentEvent } from './events.ts';

type Event<T extends EquipmentEvent['type']> = Extract<EquipmentEvent, { type: T }>;
type Stocked = Extract<Standing, { stage: 'InStock' }>;
type Change = Partial<Pick<RegisteredEquipment, 'standing' | 'condition'>> | undefined;

/** Events that change where a thing stands in its life. */
type StandingEvent = Event<
  | 'EquipmentMoved'
  | 'EquipmentCheckedOut'
  | 'CheckoutAccepted'
  | 'CheckoutDeclined'
  | 'LoanExtended'
  | 'EquipmentCheckedIn'
  | 'RepairStarted'
  | 'RepairFinished'
  | 'ReportedMissing'
  | 'EquipmentFound'
  | 'ComponentFitted'
  | 'ComponentRemoved'
  | 'EquipmentRetired'
  | 'EquipmentReinstated'
  | 'EquipmentDisposed'
>;
type Folds = {
  readonly [T in StandingEvent['type']]: (standing: Standing, event: Happened<Event<T>>) => Change;
};

export const inRoom = (roomId: RoomId): Stocked => ({ stage: 'InStock', place: { kind: 'room', roomId } });

const isInUse = (standing: Standing): standing is InUse =>
  standing.stage === 'InStock' || standing.stage === 'CheckedOut';

const awaits = (standing: Standing): standing is Extract<Standing, { stage: 'CheckedOut' }> =>
  standing.stage === 'CheckedOut' && standing.loan.acceptance === 'awaiting';

/** The room in which it is in stock; undefined where it is not, or is part of another thing. */
export const stockRoom = (standing: Standing): RoomId | undefined =>
  standing.stage === 'InStock' && standing.place.kind === 'room' ? standing.place.roomId : undefined;

function checkedOut(standing: Standing, { data, at }: Happened<Event<'EquipmentCheckedOut'>>): Change {
  const from = stockRoom(standing);
  if (from === undefined) return undefined;
  const { to, dueOn, condition, toBeAccepted } = data;
  const acceptance = toBeAccepted && to.kind === 'person' ? 'awaiting' : 'notAsked';
  const loan: Loan = { to, dueOn, condition, acceptance, since: at, from };
  return { standing: { stage: 'CheckedOut', loan }, condition };
}

function extended(standing: Standing, dueOn: string | null): Standing | undefined {
  if (standing.stage === 'CheckedOut') return { ...standing, loan: { ...standing.loan, dueOn } };
  if (standing.stage !== 'InRepair' || standing.until.stage !== 'CheckedOut') return undefined;
  const { until } = standing;
  return { ...standing, until: { ...until, loan: { ...until.loan, dueOn } } };
}

function moved(standing: Standing, roomId: RoomId): Standing | undefined {
  if (standing.stage !== 'InStock' && standing.stage !== 'Retired') return undefined;
  return standing.place.kind === 'room' ? { ...standing, place: { kind: 'room', roomId } } : undefined;
}

function lost(standing: Standing, since: string): Standing | undefined {
  const lastSeen = standing.stage === 'InRepair' ? standing.until : standing;
  return isInUse(lastSeen) || lastSeen.stage === 'Retired'
    ? { stage: 'Missing', lastSeen, since }
    : undefined;
}

/** What was retired before it got lost is so still. */
function found(standing: Standing, roomId: RoomId): Standing | undefined {
  if (standing.stage !== 'Missing') return undefined;
  const { lastSeen } = standing;
  return lastSeen.stage === 'Retired' ? { ...lastSeen, place: { kind: 'room', roomId } } : inRoom(roomId);
}

const to = (standing: Standing | undefined | false): Change => (standing ? { standing } : undefined);

const folds: Folds = {
  EquipmentMoved: (standing, { data }) => to(moved(standing, data.roomId)),
  EquipmentCheckedOut: checkedOut,
  CheckoutAccepted: (standing) =>
    to(awaits(standing) && { ...standing, loan: { ...standing.loan, acceptance: 'accepted' } }),
  CheckoutDeclined: (standing) => to(awaits(standing) && inRoom(standing.loan.from)),
  LoanExtended: (standing, { data }) => to(extended(standing, data.dueOn)),
  EquipmentCheckedIn: (standing, { data }) =>
    standing.stage === 'CheckedOut'
      ? { standing: inRoom(data.roomId), condition: data.condition }
      : undefined,
  RepairStarted: (standing, { data: { ticketId, vendor }, at }) =>
    to(isInUse(standing) && { stage: 'InRepair', repair: { ticketId, vendor, since: at }, until: standing }),
  RepairFinished: (standing) => to(standing.stage === 'InRepair' && standing.until),
  ReportedMissing: (standing, { at }) => to(lost(standing, at)),
  EquipmentFound: (standing, { data }) => to(found(standing, data.roomId)),
  ComponentFitted: (standing, { data }) =>
    to(
      stockRoom(standing) !== undefined && {
        stage: 'InStock',
        place: { kind: 'host', hostId: data.hostId },
      },
    ),
  ComponentRemoved: (standing, { data }) =>
    to(standing.stage === 'InStock' && standing.place.kind === 'host' && inRoom(data.roomId)),
  EquipmentRetired: (standing, { data }) =>
    to(standing.stage === 'InStock' && { stage: 'Retired', place: standing.place, reason: data.reason }),
  EquipmentReinstated: (standing, { data }) => to(standing.stage === 'Retired' && inRoom(data.roomId)),
  EquipmentDisposed: (standing) => to(standing.stage === 'Retired' && { stage: 'Disposed' }),
};

const movesIt = (event: Happened<EquipmentEvent>): event is Happened<StandingEvent> => event.type in folds;

/** What an event changes about where a thing stands; undefined where it changes nothing of that. */
export function evolveStanding({ standing }: RegisteredEquipment, event: Happened<EquipmentEvent>): Change {
  if (!movesIt(event)) return undefined;
  const fold = folds[event.type] as (standing: Standing, event: Happened<StandingEvent>) => Change;
  return fold(standing, event);
}
