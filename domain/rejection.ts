/** Every refusal that a command can answer with, and its sentence for people. */
export const refusals = {
  NotFound: 'There is no such record.',
  NotAllowed: 'Your role may not do this.',
  AlreadyExists: 'This record exists already.',
  Taken: 'Somebody else has this value already.',
  TicketFinished: 'The ticket is finished and cannot be changed.',
  WrongStatus: 'This cannot be done in the status that the ticket has.',
  AlreadyAccepted: 'Somebody else has accepted this ticket.',
  NotAssigned: 'Nobody is assigned to this ticket.',
  NotAssignable: 'Tickets can only be assigned to active technicians and administrators.',
  NoSuchRoom: 'There is no such room, or it is closed.',
  NoSuchCategory: 'There is no such category, or it is archived.',
  NoSuchUser: 'There is no such person, or the account is not active.',
  NoSuchTicket: 'There is no such ticket.',
  NoSuchComment: 'There is no such comment.',
  NoSuchItem: 'There is no such checklist item.',
  TooManyImages: 'There are already as many images of this kind as there can be.',
  FieldInvalid: 'A field of the category is missing or not valid.',
  TooLateToReopen: 'The time for reopening has passed; please open a new ticket.',
  AlreadyRated: 'This resolution has been rated already.',
  CannotMergeIntoSelf: 'A ticket cannot be merged into itself or into a merged ticket.',
  RelatedThere: 'This relation was made on the other ticket; please take it back there.',
  CannotRelateToSelf: 'A ticket cannot be related to itself.',
  InThePast: 'This moment has passed already.',
  InTheFuture: 'This moment has not come yet.',
  RoomOccupied: 'There is still something in this room; move it elsewhere first.',
  LoansAwaited:
    'Something lent from this room is not signed for yet, and comes back here if it is declined; check it in elsewhere, or wait for the signature.',
  RoomClosed: 'The room is closed.',
  CategoryArchived: 'The category is archived.',
  OnlyEquipmentHidesFields:
    'Fields can be kept for staff in categories of equipment only; what a ticket says, its requester may read.',
  CategoryCycle: 'A category cannot be below itself.',
  UserInactive: 'The account is deactivated.',
  LastAdministrator: 'Only an active administrator can take that role from another.',
  EquipmentGone: 'This thing is retired, disposed of or withdrawn, and cannot be changed.',
  WrongStage: 'This cannot be done at the stage that the thing is at.',
  NotInStock: 'Only what is in stock can be lent, fitted or retired.',
  NotLent: 'This is not lent to anybody.',
  NotAwaitingAcceptance: 'There is nothing to sign for.',
  TermsChanged: 'The terms have changed since they were shown; please read them again.',
  IsComponent: 'This is part of another thing and goes where that goes; take it out first.',
  HasComponents: 'Other things are fitted into this one; take them out first.',
  NoSuchEquipment: 'There is no such thing, or it is not in use any more.',
  NotFitted: 'This is not part of that thing.',
  ChangedSince: 'This has been changed since the batch, so it stays as it is.',
  BorrowerInactive: 'This was lent to somebody whose account is not active any more.',
  DueBeforeToday: 'The day on which it is due has passed already.',
  RoomTooFull: 'There is more in this room than one stock-take can hold.',
  StocktakeOver: 'The stock-take is finished or cancelled.',
  StocktakeRunning: 'Lines are decided once the stock-take is finished.',
  NoSuchScan: 'There is no such scan.',
  NoSuchLine: 'There is no such line in this stock-take.',
  BatchOver: 'The batch is finished or taken back.',
  BatchRunning: 'The batch is still running.',
  BatchStopped: 'The batch was stopped before it came to this.',
  NotYourself: 'You cannot do this to your own account.',
} as const;

export type RefusalName = keyof typeof refusals;
export type Facts = Readonly<Record<string, string | number | null>>;

export interface Rejection {
  readonly rejection: RefusalName;
  readonly facts: Facts;
}

export const refuse = (rejection: RefusalName, facts: Facts = {}): Rejection => ({ rejection, facts });

export const isRejection = (value: object): value is Rejection => 'rejection' in value;

/** Is it refused to this actor, whatever the record has gone through? */
export const isBarred = (value: object): boolean =>
  isRejection(value) && (value.rejection === 'NotAllowed' || value.rejection === 'NotFound');
