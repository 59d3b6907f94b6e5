import { actorId, type Actor } from '#domain/role.ts';
import { isActiveAdministrator } from '#domain/user/rules.ts';
import type { User } from '#domain/user/user.ts';
import type { Guard } from '../command.ts';
import { userRef } from '../refs.ts';

/** An administrator is taken away only by another who stays. */
export function administratorGuard(state: User, actor: Actor): Guard<User> | undefined {
  const keeper = userRef(actorId(actor));
  if (!keeper || !isActiveAdministrator(state)) return undefined;
  return { kind: 'administrators', keeper, stands: isActiveAdministrator, otherwise: 'LastAdministrator' };
}
