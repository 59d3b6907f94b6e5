import { refuse, type Rejection } from '../rejection.ts';
import { worksTickets, type Actor } from '../role.ts';
import type { RegisteredUser, User, UserDetails } from './user.ts';

export const isRegistered = (user: User | undefined): user is RegisteredUser =>
  user !== undefined && user.status !== 'Unregistered';

/** Tickets are assigned to active technicians and administrators. */
export const isAssignable = (user: User | undefined): boolean =>
  user?.status === 'Active' && worksTickets(user.role);

export const isActiveAdministrator = (user: User | undefined): boolean =>
  user?.status === 'Active' && user.role === 'admin';

/**
 * Administrators only ever lose their role or account to another one who holds both at that time, never to
 * themselves: so one is always left, and no count of them has to be trusted. That two do not lose them to each other
 * at once is kept by the guard of administrators.
 */
export function administratorObstacle(
  target: { readonly id: string; readonly user: RegisteredUser },
  actor: Actor,
  acting: User | undefined,
): Rejection | null {
  if (actor.kind === 'person' && actor.userId === target.id) return refuse('NotYourself');
  return target.user.role === 'admin' && !isActiveAdministrator(acting) ? refuse('LastAdministrator') : null;
}

/** Everybody corrects their own name, telephone and language; the rest is for administrators. */
export const mayCorrect = (actor: Actor, before: UserDetails, after: UserDetails): boolean =>
  actor.kind === 'desk' ||
  actor.role === 'admin' ||
  (before.email === after.email && before.department === after.department);
