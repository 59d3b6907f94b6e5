import { v4 as newId } from 'uuid';
import type { Log } from '#api/log.ts';
import type { SignInEvent } from '#domain/user/events.ts';
import { streamOf, userId as parseUserId } from '#domain/ids.ts';
import type { Role } from '#domain/role.ts';
import type { Journal } from '#eventstore/journal.ts';

/** Where a sign-in comes from. */
export interface Origin {
  readonly ip: string;
  readonly userAgent: string;
}

type DataOf<T extends SignInEvent['type']> = Extract<SignInEvent, { type: T }>['data'];
type Refusal = DataOf<'SignInRefused'>['reason'];
export type Ending = DataOf<'SessionsEnded'>['reason'];

interface Person {
  readonly userId: string;
  readonly role: Role;
}

export interface SecurityLog {
  readonly signedIn: (person: Person, origin: Origin) => Promise<void>;
  readonly passwordChanged: (person: Person) => Promise<void>;
  readonly sessionsEnded: (userId: string, reason: Ending, count: number) => Promise<void>;
  /** Of an address that nobody has: undefined. */
  readonly refused: (userId: string | undefined, reason: Refusal) => Promise<void>;
}

/** What each kind of fact is written by. */
const COMMANDS = {
  SignedIn: 'signIn',
  SignInRefused: 'signIn',
  PasswordChanged: 'changePassword',
  SessionsEnded: 'endSessions',
} as const satisfies Record<SignInEvent['type'], string>;

/** Writes to `signin-<user id>`. People can sign in to read while the journal is away; that it was, is in the log. */
export function createSecurityLog(deps: {
  readonly journal: Pick<Journal, 'append'>;
  readonly now: () => string;
  readonly log: Log;
}): SecurityLog {
  async function write(who: string | undefined, role: Role | 'desk', event: SignInEvent): Promise<void> {
    const commandId = newId();
    const meta = {
      commandId,
      command: COMMANDS[event.type],
      actorId: role === 'desk' || who === undefined ? null : parseUserId.parse(who),
      actorRole: role,
      correlationId: commandId,
      causationId: null,
      occurredAt: deps.now(),
    };
    try {
      const stream = streamOf('signin', who ?? 'unknown');
      await deps.journal.append({ stream, events: [event], meta, expected: 'any' });
    } catch (error) {
      deps.log.warn('a fact of the security log could not be recorded', {
        type: event.type,
        userId: who,
        error,
      });
    }
  }
  return {
    signedIn: ({ userId, role }, { ip, userAgent }) =>
      write(userId, role, {
        type: 'SignedIn',
        data: { ip: ip.slice(0, 64), userAgent: userAgent.slice(0, 300) },
      }),
    passwordChanged: ({ userId, role }) => write(userId, role, { type: 'PasswordChanged', data: {} }),
    sessionsEnded: (userId, reason, count) =>
      write(userId, 'desk', { type: 'SessionsEnded', data: { reason, count } }),
    refused: (userId, reason) => write(userId, 'desk', { type: 'SignInRefused', data: { reason } }),
  };
}
