import type { z } from 'zod';
import type { UserRow } from '#api/contract/rows.ts';
import { userCommands } from '#commands/registry.ts';
import type { UserCommandName } from '#domain/permissions.ts';
import { contradict, creating, SAME, type Judge, type Step, type Verdict } from '../judge.ts';
import type { RowReader } from '../rowReader.ts';

const { input } = userCommands.registerUser;
const OPTIONAL = ['phone', 'department', 'locale', 'role'] as const;
type Person = z.output<typeof input>;

const pick = (person: Person, fields: readonly (typeof OPTIONAL)[number][]) =>
  Object.fromEntries(fields.map((field) => [field, person[field]]));

/** Who was withdrawn with an import comes back, as the row says and as if nobody had been there before. */
function broughtBack({ userId, ...before }: UserRow, { role, ...details }: Person): Verdict {
  const step = (command: UserCommandName, input: Step['input']): Step => ({ command, id: userId, input });
  return {
    outcome: 'update',
    steps: [
      ...(role === before.role ? [] : [step('changeUserRole', { role })]),
      step('correctUserDetails', details),
      step('reactivateUser', {}),
    ],
  };
}

/** What a row says; empty cells say nothing. */
function saidBy(row: RowReader) {
  const filled = OPTIONAL.filter((field) => row.text(field) !== '');
  const options = Object.fromEntries(filled.map((field) => [field, row.text(field)]));
  const role = options['role']?.toLowerCase();
  const said = { name: row.text('name'), email: row.text('email').toLowerCase(), ...options };
  return {
    email: said.email,
    person: row.parsed(input, role === undefined ? said : { ...said, role }),
    given: (person: Person) => ({ name: person.name, ...pick(person, filled) }),
  };
}

/** A person is known by the e-mail address. Passwords are not imported: the accounts have none yet. */
export const judgeUsers: Judge = ({ standing: { users, withdrawn } }) => {
  const known = new Map(users.map((user) => [user.email, user]));
  function against(row: RowReader, user: UserRow, { person, given }: ReturnType<typeof saidBy>): Verdict {
    if (withdrawn.has(user.userId)) return person ? broughtBack(user, person) : SAME;
    if (user.status !== 'Active') row.fault('email', 'This account is there, deactivated.');
    return person ? contradict(row, { ...user }, given(person)) : SAME;
  }
  return (row) => {
    const said = saidBy(row);
    const { email } = said;
    const stands = known.get(email);
    return {
      key: email,
      unique: { email },
      verdict: stands ? against(row, stands, said) : creating('registerUser', said.person),
    };
  };
};
