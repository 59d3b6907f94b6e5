import type { UserRow } from '#api/contract/rows.ts';
import type { Log } from '#api/log.ts';
import type { Runner } from '#commands/run.ts';
import type { Journal } from '#eventstore/journal.ts';
import type { Vault } from '#vault/openVault.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createIdentity, type Identity } from './identify.ts';
import { createLiveSessions } from './liveSessions.ts';
import { createSecurityLog } from './securityLog.ts';
import { createSignIn, type SignIn } from './signIn.ts';
import { createTokens } from './tokens.ts';

export interface People {
  readonly find: (userId: string) => Promise<UserRow | undefined>;
  readonly byEmail: (email: string) => Promise<UserRow | undefined>;
  /** Some of those who are or were made administrators. */
  readonly administrators: () => Promise<readonly string[]>;
}

export interface AuthParts {
  readonly vault: Vault;
  readonly journal: Pick<Journal, 'append'>;
  readonly runner: Pick<Runner, 'run'>;
  readonly people: People;
  readonly secret: string;
  /** Tells the sockets that sessions are over. */
  readonly ended: (sessionIds: readonly string[]) => void;
  readonly log: Log;
}

export interface Auth {
  readonly accounts: Accounts;
  readonly signIn: SignIn;
  readonly identity: Identity;
  readonly directory: Directory;
}

/** Who may come in, from the parts that know a piece of it each. */
export function createAuth({ vault, journal, runner, people, secret, ended, log }: AuthParts): Auth {
  const directory = createDirectory(people.find);
  const sessions = createLiveSessions((family) => vault.sessions.isLive(family));
  const tokens = createTokens(secret, Date.now);
  const securityLog = createSecurityLog({ journal, now: () => new Date().toISOString(), log });
  return {
    directory,
    identity: createIdentity({ tokens, sessions, directory }),
    accounts: createAccounts({
      runner,
      credentials: vault.credentials,
      securityLog,
      administrators: people.administrators,
    }),
    signIn: createSignIn({
      vault,
      tokens,
      directory,
      sessions,
      securityLog,
      userByEmail: people.byEmail,
      ended,
    }),
  };
}
