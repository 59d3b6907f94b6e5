import { z } from 'zod';
import { kind, type EventOf } from '../event.ts';
import { personal } from '../personal.ts';
import { role } from '../role.ts';

export const personName = z.string().trim().min(1).max(120);
export const email = z.string().trim().toLowerCase().pipe(z.email().max(254));
export const phone = z.string().trim().max(40);
export const department = z.string().trim().max(120);
export const locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

const details = {
  name: personal(personName, 'self'),
  email: personal(z.string().max(254), 'self'),
  phone: personal(phone, 'self'),
  department,
  locale,
};

export const userEvents = {
  UserRegistered: kind(['record'], z.object({ ...details, role })),
  UserDetailsCorrected: kind(['details'], z.object(details)),
  UserRoleChanged: kind(['role'], z.object({ role })),
  UserDeactivated: kind(['status'], z.object({})),
  UserReactivated: kind(['status'], z.object({})),
  /** Its first one, by an administrator. */
  PasswordGiven: kind([], z.object({})),
  UserErased: kind(['record', 'details', 'status'], z.object({})),
} as const;

/** The security log of one person, in the stream `signin-<user id>`; refusals of unknown addresses are in `signin-unknown`. */
export const signInEvents = {
  SignedIn: kind(
    [],
    z.object({ ip: personal(z.string().max(64), 'self'), userAgent: personal(z.string().max(300), 'self') }),
  ),
  SignInRefused: kind(
    [],
    z.object({ reason: z.enum(['wrongPassword', 'unknownAddress', 'deactivated', 'reusedToken']) }),
  ),
  /** By the person, who knew the one before. */
  PasswordChanged: kind([], z.object({})),
  /** All that the person had, but for the one in which a password was changed. */
  SessionsEnded: kind(
    [],
    z.object({ reason: z.enum(['passwordChanged', 'deactivated']), count: z.int().nonnegative() }),
  ),
} as const;

export type UserEvent = EventOf<typeof userEvents>;
export type SignInEvent = EventOf<typeof signInEvents>;
