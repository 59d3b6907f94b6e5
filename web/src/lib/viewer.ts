import { page } from '$app/state';
import type { CommandName, Me } from './contract.ts';

/** Who looks at the page. Only below the desk, where somebody is signed in. */
export function viewer(): Me {
  const { me } = page.data;
  if (!me) throw new Error('Nobody is signed in');
  return me;
}

export const isStaff = (me: Me): boolean => me.user.role !== 'requester';
export const mayDo = (me: Me, command: CommandName): boolean => me.settings.mayDo.includes(command);
