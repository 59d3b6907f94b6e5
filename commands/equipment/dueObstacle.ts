import { dayOf } from '#domain/equipment/rules.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';

/** Nothing is due on a day that has passed when it is lent. */
export const dueObstacle = (dueOn: string | null, occurredAt: string): Rejection | null =>
  dueOn !== null && dueOn < dayOf(occurredAt) ? refuse('DueBeforeToday', { dueOn }) : null;
