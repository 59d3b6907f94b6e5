import type { Problem } from '#api/contract/problem.ts';
import type { UserRow } from '#api/contract/rows.ts';
import { problem } from '#api/problems.ts';
import { userId as parseUserId } from '#domain/ids.ts';
import type { Vault } from '#vault/openVault.ts';
import type { Directory } from './directory.ts';
import type { LiveSessions } from './liveSessions.ts';
import { isPassword } from './passwords.ts';
import type { Ending, Origin, SecurityLog } from './securityLog.ts';
import type { Tokens } from './tokens.ts';

export interface Opened {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly user: UserRow;
}

export interface SignIn {
  readonly withPassword: (email: string, password: string, origin: Origin) => Promise<Opened | Problem>;
  readonly open: (user: UserRow, origin: Origin) => Promise<Opened>;
  readonly refresh: (refreshToken: string | undefined) => Promise<Opened | Problem>;
  readonly end: (refreshToken: string | undefined) => Promise<void>;
  /** Ends the sessions of a person, but for one. */
  readonly endAll: (userId: string, reason: Ending, exceptSession?: string) => Promise<void>;
}

export interface SignInParts {
  readonly vault: Pick<Vault, 'credentials' | 'sessions'>;
  readonly tokens: Tokens;
  readonly directory: Directory;
  readonly sessions: LiveSessions;
  readonly securityLog: SecurityLog;
  readonly userByEmail: (email: string) => Promise<UserRow | undefined>;
  /** Tells the sockets. */
  readonly ended: (sessionIds: readonly string[]) => void;
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

export function createSignIn(parts: SignInParts): SignIn {
  const { vault, tokens, directory, securityLog } = parts;

  const opened = (user: UserRow, session: { readonly family: string; readonly token: string }): Opened => ({
    accessToken: tokens.sign({ userId: parseUserId.parse(user.userId), sessionId: session.family }),
    refreshToken: session.token,
    user,
  });

  const close = (families: readonly string[]): void => {
    if (families.length === 0) return;
    parts.sessions.ended(families);
    parts.ended(families);
  };

  const open = async (user: UserRow, origin: Origin): Promise<Opened> => {
    const session = await vault.sessions.issue(user.userId);
    await securityLog.signedIn(user, origin);
    return opened(user, session);
  };

  const refuse = async (user: UserRow | undefined, passwordFits: boolean): Promise<Problem> => {
    const known = user ? 'wrongPassword' : 'unknownAddress';
    await securityLog.refused(user?.userId, passwordFits ? 'deactivated' : known);
    return problem('wrong-password');
  };

  return {
    open,
    withPassword: async (email, password, origin) => {
      const user = await parts.userByEmail(email);
      const credential = await vault.credentials.get(user?.userId ?? NOBODY);
      const fits = await isPassword(password, credential?.hash);
      return user?.status === 'Active' && fits ? open(user, origin) : refuse(user, fits);
    },
    refresh: async (refreshToken) => {
      const turned = refreshToken === undefined ? undefined : await vault.sessions.rotate(refreshToken);
      if (turned?.kind === 'reused') {
        close([turned.family]);
        await securityLog.refused(turned.userId, 'reusedToken');
      }
      if (turned?.kind !== 'rotated') return problem('signed-out');
      const user = await directory.find(turned.session.userId);
      return user?.status === 'Active' ? opened(user, turned.session) : problem('signed-out');
    },
    end: async (refreshToken) => {
      const family = refreshToken === undefined ? undefined : await vault.sessions.revoke(refreshToken);
      if (family !== undefined) close([family]);
    },
    endAll: async (userId, reason, exceptSession) => {
      const families = await vault.sessions.revokeAllOf(userId, exceptSession);
      close(families);
      if (families.length > 0) await securityLog.sessionsEnded(userId, reason, families.length);
    },
  };
}
