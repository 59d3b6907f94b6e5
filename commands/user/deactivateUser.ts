import { z } from 'zod';
import { actorId } from '#domain/role.ts';
import { administratorObstacle } from '#domain/user/rules.ts';
import { userRef } from '../refs.ts';
import { administratorGuard } from './administratorGuard.ts';
import { userCommand } from './userCommand.ts';

/** Ends all access of a person. What they hold stays with them until somebody moves it. */
export const deactivateUser = userCommand({
  name: 'deactivateUser',
  input: z.strictObject({}),
  facets: ['status'],
  needs: ({ actor }) => ({ acting: userRef(actorId(actor)) }),
  guard: ({ state, actor }) => administratorGuard(state, actor),
  decide(user, _, { id, actor, needed: { acting } }) {
    if (user.status !== 'Active') return [];
    const obstacle = administratorObstacle({ id, user }, actor, acting);
    return obstacle ?? [{ type: 'UserDeactivated', data: {} }];
  },
});
