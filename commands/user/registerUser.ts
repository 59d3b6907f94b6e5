import { z } from 'zod';
import { role } from '#domain/role.ts';
import { department, email, locale, personName, phone } from '#domain/user/events.ts';
import { isRegistered } from '#domain/user/rules.ts';
import { user } from '#domain/user/user.ts';
import { creationOf } from '../recordCommand.ts';

const input = z.strictObject({
  name: personName,
  email,
  phone: phone.default(''),
  department: department.default(''),
  locale: locale.default('en'),
  role: role.default('requester'),
});

/** Makes an account; its address belongs to nobody else. Passwords are kept in the vault, apart from this. */
export const registerUser = creationOf(user)({
  name: 'registerUser',
  input,
  claims: (person) => ({ take: [{ kind: 'email', value: person.email }], release: [] }),
  stands: (state, person) => (isRegistered(state) ? state.email === person.email : null),
  decide: (person) => [{ type: 'UserRegistered', data: person }],
});
