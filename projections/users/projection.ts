import { userEvents } from '#domain/user/events.ts';
import type { UserDetails } from '#domain/user/user.ts';
import { name, text, word } from '#projections/columns.ts';
import { projection } from '#projections/projection.ts';
import { recordHistory } from '#projections/recordHistory/derived.ts';
import { shortWords } from '#projections/search.ts';
import { onRow, stamp, stamped, typesOf } from '#projections/stamp.ts';
import { ERASED_USER, nameShown, textShown } from '#projections/words.ts';
import type { UserRow } from './row.ts';

const detailsOf = ({ name, email, phone, department, locale }: UserDetails) => ({
  name: nameShown(name),
  email: textShown(email),
  phone: textShown(phone),
  department,
  locale,
});

export const users = projection<UserRow>({
  name: 'users',
  version: 2,
  columns: {
    name: name((row) => row.name),
    email: name((row) => row.email),
    department: name((row) => row.department),
    role: word((row) => row.role),
    status: word((row) => row.status),
    short_words: text(({ name: own, email, department }) => shortWords(`${own} ${email} ${department}`)),
  },
  indexes: [['name'], ['email'], ['role', 'status']],
  fullText: ['name', 'email', 'department', 'short_words'],
  derived: [recordHistory('users')],
  on: stamped<UserRow>(typesOf(userEvents), {
    UserRegistered: (_, event) => ({
      userId: event.entityId,
      ...detailsOf(event.data),
      role: event.data.role,
      status: 'Active',
      registeredAt: event.at,
      ...stamp(null, event),
    }),
    UserDetailsCorrected: onRow((row, { data }) => ({ ...row, ...detailsOf(data) })),
    UserRoleChanged: onRow((row, { data }) => ({ ...row, role: data.role })),
    UserDeactivated: onRow((row) => ({ ...row, status: 'Deactivated' })),
    UserReactivated: onRow((row) => ({ ...row, status: 'Active' })),
    UserErased: onRow((row) => ({
      ...row,
      name: ERASED_USER,
      email: '',
      phone: '',
      department: '',
      status: 'Erased',
    })),
  }),
});
