import type { z } from 'zod';
import { userCommands } from '#commands/registry.ts';
import { contradict, creating, type Judge } from '../judge.ts';

const { input } = userCommands.registerUser;
const OPTIONAL = ['phone', 'department', 'locale', 'role'] as const;
type Person = z.output<typeof input>;

const pick = (person: Person, fields: readonly (typeof OPTIONAL)[number][]) =>
  Object.fromEntries(fields.map((field) => [field, person[field]]));

/** A person is known by the e-mail address. Passwords are not imported: the accounts have none yet. */
export const judgeUsers: Judge = ({ standing }) => {
  const known = new Map(standing.users.map((user) => [user.email, user]));
  return (row) => {
    const filled = OPTIONAL.filter((field) => row.text(field) !== '');
    const options = Object.fromEntries(filled.map((field) => [field, row.text(field)]));
    const given = (person: Person) => ({ name: person.name, ...pick(person, filled) });
    const role = options['role']?.toLowerCase();
    const said = { name: row.text('name'), email: row.text('email').toLowerCase(), ...options };
    const person = row.parsed(input, role === undefined ? said : { ...said, role });
    const stands = known.get(said.email);
    if (stands && stands.status !== 'Active') row.fault('email', 'This account is there, deactivated.');
    return {
      key: said.email,
      unique: { email: said.email },
      verdict:
        stands && person ? contradict(row, { ...stands }, given(person)) : creating('registerUser', person),
    };
  };
};
