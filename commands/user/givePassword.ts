import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import { userCommand } from './userCommand.ts';

/** That a person was given a first password; what it is goes to the vault alone, which keeps one that stands. */
export const givePassword = userCommand({
  name: 'givePassword',
  input: z.strictObject({}),
  facets: [],
  decide: (user) =>
    user.status === 'Active' ? [{ type: 'PasswordGiven', data: {} }] : refuse('UserInactive'),
});
