import type { Aggregate, Happened } from '../event.ts';
import type { Erased } from '../personal.ts';
import type { Role } from '../role.ts';
import type { UserEvent } from './events.ts';

export interface UserDetails {
  readonly name: string | Erased;
  readonly email: string | Erased;
  readonly phone: string | Erased;
  readonly department: string;
  readonly locale: string;
}

export type RegisteredUser = UserDetails & {
  readonly status: 'Active' | 'Deactivated' | 'Erased';
  readonly role: Role;
};
export type User = { readonly status: 'Unregistered' } | RegisteredUser;

function evolve(state: User, event: Happened<UserEvent>): User {
  if (state.status === 'Unregistered')
    return event.type === 'UserRegistered' ? { status: 'Active', ...event.data } : state;
  switch (event.type) {
    case 'UserRegistered':
    case 'PasswordGiven':
      return state;
    case 'UserDetailsCorrected':
    case 'UserRoleChanged':
      return { ...state, ...event.data };
    case 'UserDeactivated':
      return { ...state, status: 'Deactivated' };
    case 'UserReactivated':
      return { ...state, status: 'Active' };
    case 'UserErased':
      return { ...state, status: 'Erased' };
    default:
      return event satisfies never;
  }
}

export const user: Aggregate<User, UserEvent> = {
  category: 'user',
  initial: { status: 'Unregistered' },
  evolve,
};

export const isActiveUser = (state: User): state is RegisteredUser => state.status === 'Active';

export const detailsOf = ({ name, email, phone, department, locale }: RegisteredUser): UserDetails => ({
  name,
  email,
  phone,
  department,
  locale,
});
