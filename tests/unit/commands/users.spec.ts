import { describe, expect, it } from 'vitest';
import { changeUserRole } from '#commands/user/changeUserRole.ts';
import { correctUserDetails } from '#commands/user/correctUserDetails.ts';
import { deactivateUser } from '#commands/user/deactivateUser.ts';
import { givePassword } from '#commands/user/givePassword.ts';
import { reactivateUser } from '#commands/user/reactivateUser.ts';
import { registerUser } from '#commands/user/registerUser.ts';
import { DESK, type Actor } from '#domain/role.ts';
import type { UserEvent } from '#domain/user/events.ts';
import { user, type User } from '#domain/user/user.ts';
import { folded, given, happened } from '#tests/support/given.ts';
import { ADA, ANA, BOB, KIM, ada, ana, ben, bob, kim } from '#tests/support/people.ts';
import { aUser, desk, registered } from '#tests/support/records.ts';

const deactivated: UserEvent = { type: 'UserDeactivated', data: {} };
const reactivated: UserEvent = { type: 'UserReactivated', data: {} };
const erased: UserEvent = { type: 'UserErased', data: {} };
const roleChanged = (role: 'requester' | 'technician' | 'admin'): UserEvent => ({
  type: 'UserRoleChanged',
  data: { role },
});
const person = { name: 'Ana', email: ' Ana@Example.org ' };
const asAna = registered('requester', { name: 'Ana', email: 'ana@example.org' });

describe('registering', () => {
  it('makes a requester unless said otherwise', () =>
    given().when(registerUser, person, { id: ANA, actor: ada }).then(asAna));
  it('is done by the desk itself at the first start', () =>
    given()
      .when(registerUser, { ...person, role: 'admin' }, { id: ANA, actor: DESK })
      .then(registered('admin', { name: 'Ana', email: 'ana@example.org' })));
  it('is for administrators', () =>
    given().when(registerUser, person, { id: ANA, actor: kim }).refuses('NotAllowed'));
  it('is done once', () =>
    given(aUser(ANA, 'requester'))
      .when(registerUser, { name: 'X', email: 'somebody@example.org' }, { id: ANA, actor: ada })
      .then());
  it('does not change who stands', () =>
    given(aUser(ANA, 'requester'))
      .when(registerUser, person, { id: ANA, actor: ada })
      .refuses('AlreadyExists'));
  it('claims the address in small letters', () =>
    expect(registerUser.claims(registerUser.input.parse(person), user.initial, ada)).toEqual({
      take: [{ kind: 'email', value: 'ana@example.org' }],
      release: [],
    }));
});

describe('correcting details', () => {
  const { role: _, ...details } = registered('requester').data as { role: string };
  const corrected = (changes: object): UserEvent =>
    ({ type: 'UserDetailsCorrected', data: { ...details, ...changes } }) as UserEvent;
  const anaStands = aUser(ANA, 'requester');

  it('keeps what is not said', () =>
    given(anaStands)
      .when(correctUserDetails, { phone: '123' }, { id: ANA, actor: ana })
      .then(corrected({ phone: '123' })));
  it('is for oneself and for administrators', () => {
    given(anaStands)
      .when(correctUserDetails, { name: 'Ana' }, { id: ANA, actor: ada })
      .then(corrected({ name: 'Ana' }));
    given(anaStands).when(correctUserDetails, { name: 'Ana' }, { id: ANA, actor: kim }).refuses('NotAllowed');
  });
  it('of people whom a requester cannot see finds nobody', () =>
    given(anaStands).when(correctUserDetails, { name: 'Ana' }, { id: ANA, actor: ben }).refuses('NotFound'));
  it.each([{ email: 'ana@example.org' }, { department: 'Sales' }])(
    'of %j is for administrators',
    (change) => {
      given(anaStands).when(correctUserDetails, change, { id: ANA, actor: ana }).refuses('NotAllowed');
      given(anaStands).when(correctUserDetails, change, { id: ANA, actor: ada }).then(corrected(change));
    },
  );
  it('does nothing where all is so already', () =>
    given(anaStands)
      .when(correctUserDetails, { email: 'somebody@example.org' }, { id: ANA, actor: ana })
      .then());
  it('is over once the person is erased', () =>
    given(aUser(ANA, 'requester', erased))
      .when(correctUserDetails, { name: 'Ana' }, { id: ANA, actor: ada })
      .refuses('UserInactive'));

  const state: User = folded(user, [happened(registered('requester'))]);
  it('claims a new address and lets the old one go', () =>
    expect(correctUserDetails.claims({ email: 'ana@example.org' }, state, ada)).toEqual({
      take: [{ kind: 'email', value: 'ana@example.org' }],
      release: [{ kind: 'email', value: 'somebody@example.org' }],
    }));
  it.each([{}, { email: 'somebody@example.org' }])('claims nothing for %j', (change) =>
    expect(correctUserDetails.claims(change, state, ada)).toEqual({ take: [], release: [] }),
  );
});

describe('changing a role', () => {
  it('is for administrators', () => {
    given(...desk)
      .when(changeUserRole, { role: 'technician' }, { id: ANA, actor: ada })
      .then(roleChanged('technician'));
    given(...desk)
      .when(changeUserRole, { role: 'technician' }, { id: ANA, actor: kim })
      .refuses('NotAllowed');
  });
  it('does nothing where all is so already', () =>
    given(...desk)
      .when(changeUserRole, { role: 'technician' }, { id: KIM, actor: ada })
      .then());
  it('takes the role from another administrator', () =>
    given(...desk)
      .when(changeUserRole, { role: 'technician' }, { id: BOB, actor: ada })
      .then(roleChanged('technician')));
  it('is not done to oneself, so that one administrator is always left', () =>
    given(...desk)
      .when(changeUserRole, { role: 'technician' }, { id: ADA, actor: ada })
      .refuses('NotYourself'));
  it.each([
    ['the desk itself', DESK, aUser(ADA, 'admin')],
    ['who has lost the role', ada, aUser(ADA, 'admin', roleChanged('requester'))],
    ['whose account is deactivated', ada, aUser(ADA, 'admin', deactivated)],
  ])('of an administrator is not done by %s', (_, actor, acting) =>
    given(...desk, acting)
      .when(changeUserRole, { role: 'requester' }, { id: BOB, actor })
      .refuses('LastAdministrator'),
  );
  it('can make an administrator by the desk itself', () =>
    given(...desk)
      .when(changeUserRole, { role: 'admin' }, { id: KIM, actor: DESK })
      .then(roleChanged('admin')));
});

describe('deactivating', () => {
  it('ends the access of a person', () =>
    given(...desk)
      .when(deactivateUser, {}, { id: ANA, actor: ada })
      .then(deactivated));
  it('is done once', () =>
    given(aUser(ANA, 'requester', deactivated))
      .when(deactivateUser, {}, { id: ANA, actor: ada })
      .then());
  it('is not done to oneself', () =>
    given(...desk)
      .when(deactivateUser, {}, { id: BOB, actor: bob })
      .refuses('NotYourself'));
  it('of an administrator is not done by the desk itself', () =>
    given(...desk)
      .when(deactivateUser, {}, { id: BOB, actor: DESK })
      .refuses('LastAdministrator'));
});

describe('the guard of administrators', () => {
  const asks = (role: 'admin' | 'requester', events: UserEvent[], actor: Actor) =>
    deactivateUser.guard({
      input: {},
      state: folded(
        user,
        [registered(role), ...events].map((event) => happened(event)),
      ),
      actor,
    });
  it('asks for the administrator who takes another away', () =>
    expect(asks('admin', [], ada)).toMatchObject({ kind: 'administrators', keeper: { id: ADA } }));
  it.each([
    ['who is none', 'requester', [], ada],
    ['whose account is deactivated already', 'admin', [deactivated], ada],
    ['whom the desk itself wants away, which it may not', 'admin', [], DESK],
  ] as const)('asks for nobody for somebody %s', (_, role, events, actor) =>
    expect(asks(role, [...events], actor)).toBeUndefined(),
  );
});

describe('reactivating', () => {
  it('gives the access back', () =>
    given(aUser(ANA, 'requester', deactivated))
      .when(reactivateUser, {}, { id: ANA, actor: ada })
      .then(reactivated));
  it('does nothing to an active account', () =>
    given(...desk)
      .when(reactivateUser, {}, { id: ANA, actor: ada })
      .then());
  it('does not bring back who is erased', () =>
    given(aUser(ANA, 'requester', erased))
      .when(reactivateUser, {}, { id: ANA, actor: ada })
      .refuses('UserInactive'));
});

describe('giving a first password', () => {
  it('is told without the password', () =>
    given(...desk)
      .when(givePassword, {}, { id: ANA, actor: ada })
      .then({ type: 'PasswordGiven', data: {} }));
  it('is for administrators', () =>
    given(...desk)
      .when(givePassword, {}, { id: ANA, actor: kim })
      .refuses('NotAllowed'));
  it.each([deactivated, erased])('is not to whom $type has happened', (event) =>
    given(aUser(ANA, 'requester', event))
      .when(givePassword, {}, { id: ANA, actor: ada })
      .refuses('UserInactive'),
  );
});
