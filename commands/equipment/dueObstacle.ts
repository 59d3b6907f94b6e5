import { earliestDayAt } from '#domain/equipment/rules.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';

/** Nothing is due on a day that has passed everywhere when it is lent. */
export const dueObstacle = (dueOn: string | null, occurredAt: string): Rejection | null =>
  dueOn !== null && dueOn < earliestDayAt(occurredAt) ? refuse('DueBeforeToday', { dueOn }) : null;
