import { v4 as newId, v5 as idFor } from 'uuid';
import type { Problem } from '#api/contract/problem.ts';
import type { UserRow } from '#api/contract/rows.ts';
import { problem, rejected } from '#api/problems.ts';
import type { Outcome, Runner } from '#commands/run.ts';
import { userCommands } from '#commands/registry.ts';
import { DESK, type Role } from '#domain/role.ts';
import type { User } from '#domain/user/user.ts';
import type { Vault } from '#vault/openVault.ts';
import { hashPassword, isPassword, unfitPassword } from './passwords.ts';
import type { SecurityLog } from './securityLog.ts';

export interface Applicant {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}
export interface Made {
  readonly userId: string;
  readonly position: bigint;
}

const ACCOUNTS = '5b3f7d54-3f0e-4b8b-9a55-6d1f0f2c7a10';
/** Whoever sets Daybook up writes the same stream, so that only one of many can. */
export const FIRST_ADMINISTRATOR = idFor('first administrator', ACCOUNTS);

const unfit = (message: string): Problem => problem('invalid', { errors: [{ path: 'password', message }] });

export interface Accounts {
  /** Nobody has set Daybook up, or the one who did was cut off before the password was kept. */
  readonly setupNeeded: () => Promise<boolean>;
  readonly setUp: (applicant: Applicant) => Promise<Made | Problem>;
  readonly register: (applicant: Applicant) => Promise<Made | Problem>;
  readonly hasPassword: (userId: string) => Promise<boolean>;
  /** For an account that has none. */
  readonly firstPassword: (userId: string, hash: string) => Promise<boolean>;
  readonly changePassword: (
    person: Pick<UserRow, 'userId' | 'email' | 'role'>,
    current: string,
    next: string,
  ) => Promise<Problem | undefined>;
}

export function createAccounts(deps: {
  readonly runner: Pick<Runner, 'run'>;
  readonly credentials: Vault['credentials'];
  readonly securityLog: Pick<SecurityLog, 'passwordChanged'>;
  /** Some of those who are or were made administrators. */
  readonly administrators: () => Promise<readonly string[]>;
}): Accounts {
  const { runner, credentials } = deps;

  const make = (id: string, role: Role, { name, email }: Applicant): Promise<Outcome<User>> =>
    runner.run(userCommands.registerUser, {
      id,
      input: { name, email, role },
      actor: DESK,
      commandId: newId(),
    });

  const settled = async (outcome: Outcome<User>, hash: string): Promise<Made | Problem> => {
    if (outcome.kind === 'invalid') return problem('invalid', { errors: outcome.faults });
    if (outcome.kind === 'rejected') return rejected(outcome.rejection);
    if (outcome.kind === 'conflict') return problem('taken');
    const first = await credentials.setFirst(outcome.id, hash);
    return first ? { userId: outcome.id, position: outcome.position } : problem('taken');
  };

  const apply = async (id: string, role: Role, applicant: Applicant): Promise<Made | Problem> => {
    const fault = unfitPassword(applicant.password, applicant.email);
    if (fault !== undefined) return unfit(fault);
    const hash = await hashPassword(applicant.password);
    return settled(await make(id, role, applicant), hash);
  };

  const setupNeeded = async (): Promise<boolean> => {
    const [first, ...others] = await deps.administrators();
    if (first === undefined) return true;
    if (first !== FIRST_ADMINISTRATOR || others.length > 0) return false;
    return (await credentials.get(first)) === undefined;
  };

  return {
    setupNeeded,
    setUp: async (applicant) =>
      (await setupNeeded()) ? apply(FIRST_ADMINISTRATOR, 'admin', applicant) : problem('not-found'),
    register: (applicant) => apply(newId(), 'requester', applicant),
    hasPassword: async (userId) => (await credentials.get(userId)) !== undefined,
    firstPassword: (userId, hash) => credentials.setFirst(userId, hash),
    changePassword: async (person, current, next) => {
      const { userId, email } = person;
      const fault = unfitPassword(next, email);
      if (fault !== undefined) return unfit(fault);
      const credential = await credentials.get(userId);
      if (!(await isPassword(current, credential?.hash))) return problem('wrong-password');
      await credentials.set(userId, await hashPassword(next));
      await deps.securityLog.passwordChanged(person);
      return undefined;
    },
  };
}
