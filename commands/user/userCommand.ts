import { isRegistered } from '#domain/user/rules.ts';
import { user } from '#domain/user/user.ts';
import { commandsOn } from '../recordCommand.ts';
import { actorId } from '#domain/role.ts';

export const userCommand = commandsOn({
  aggregate: user,
  what: 'users',
  exists: isRegistered,
  relation: (id, actor) => ({ own: actorId(actor) === id, involved: false }),
});
