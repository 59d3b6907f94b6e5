import type { Role } from '#domain/role.ts';

export interface UserRow {
  readonly userId: string;
  /** 'Erased user' once erased; email and phone are then empty. */
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly department: string;
  readonly locale: string;
  readonly role: Role;
  readonly status: 'Active' | 'Deactivated' | 'Erased';
  readonly registeredAt: string;
  readonly updatedAt: string;
  readonly revision: string;
  readonly position: string;
}
