import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import { userCommand } from './userCommand.ts';

export const reactivateUser = userCommand({
  name: 'reactivateUser',
  input: z.strictObject({}),
  facets: ['status'],
  decide(user) {
    if (user.status === 'Erased') return refuse('UserInactive');
    return user.status === 'Active' ? [] : [{ type: 'UserReactivated', data: {} }];
  },
});
