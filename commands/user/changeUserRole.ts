import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import { actorId, role } from '#domain/role.ts';
import { administratorObstacle } from '#domain/user/rules.ts';
import { userRef } from '../refs.ts';
import { administratorGuard } from './administratorGuard.ts';
import { userCommand } from './userCommand.ts';

export const changeUserRole = userCommand({
  name: 'changeUserRole',
  input: z.strictObject({ role }),
  facets: ['role'],
  needs: ({ actor }) => ({ acting: userRef(actorId(actor)) }),
  guard: ({ state, actor }) => administratorGuard(state, actor),
  decide(user, input, { id, actor, needed: { acting } }) {
    if (user.status === 'Erased') return refuse('UserInactive');
    if (user.role === input.role) return [];
    const obstacle = administratorObstacle({ id, user }, actor, acting);
    return obstacle ?? [{ type: 'UserRoleChanged', data: input }];
  },
});
