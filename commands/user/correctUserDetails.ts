import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import { department, email, locale, personName, phone } from '#domain/user/events.ts';
import { isRegistered, mayCorrect } from '#domain/user/rules.ts';
import { detailsOf } from '#domain/user/user.ts';
import { userCommand } from './userCommand.ts';

const input = z.strictObject({
  name: personName.exactOptional(),
  email: email.exactOptional(),
  phone: phone.exactOptional(),
  department: department.exactOptional(),
  locale: locale.exactOptional(),
});

/** Corrects what is known of a person; what is absent stays. A new address is claimed and the old one let go. */
export const correctUserDetails = userCommand({
  name: 'correctUserDetails',
  input,
  facets: ['details'],
  claims({ email: next }, state) {
    if (!isRegistered(state) || next === undefined || next === state.email) return { take: [], release: [] };
    return {
      take: [{ kind: 'email', value: next }],
      release: typeof state.email === 'string' ? [{ kind: 'email', value: state.email }] : [],
    };
  },
  decide(user, changes, { actor }) {
    if (user.status === 'Erased') return refuse('UserInactive');
    const before = detailsOf(user);
    const after = { ...before, ...changes };
    if (isDeepStrictEqual(before, after)) return [];
    return mayCorrect(actor, before, after)
      ? [{ type: 'UserDetailsCorrected', data: after }]
      : refuse('NotAllowed');
  },
});
