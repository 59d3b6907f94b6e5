import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Screen } from '#api/contract/live.ts';
import type { Route } from '#api/http/route.ts';
import { screenReads } from '#api/live/screens.ts';
import { mayCommand, mayRead, type Relation } from '#domain/permissions.ts';
import { refusals } from '#domain/rejection.ts';
import { role as roles, type Role } from '#domain/role.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Answer, Person } from '#tests/support/client.ts';
import { connectSocket, type Watcher } from '#tests/support/socket.ts';
import { createWalk, kindOf, readableOf, type Standing } from '#tests/support/walk.ts';

const standings: readonly Standing[] = ['own', 'watched', 'foreign'];
const relations: Readonly<Record<Standing, Relation>> = {
  own: { own: true, involved: false },
  watched: { own: false, involved: true },
  foreign: { own: false, involved: false },
};
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

let app: TestApp;
let walk: Awaited<ReturnType<typeof createWalk>>;
let people: Record<Role, Person>;
const sockets: Watcher[] = [];
beforeAll(async () => {
  app = await startApp();
  walk = await createWalk(app);
  const of = (role: Role): Promise<Person> => app.join(role);
  people = {
    requester: await of('requester'),
    technician: await of('technician'),
    auditor: await of('auditor'),
    admin: await of('admin'),
  };
});
afterAll(() => app.stop());
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});

const actorOf = ({ user: { userId, role } }: Person) => ({
  kind: 'person' as const,
  userId: userId as never,
  role,
});

/** What the table of permissions says: may, may not though it is seen, or it is not there. */
function verdict(route: Route, person: Person, standing: Standing): 'yes' | 403 | 404 {
  const { access } = route;
  const actor = actorOf(person);
  const relation = relations[standing];
  if ('to' in access) return 'yes';
  if ('reads' in access) return mayRead(actor, access.reads, relation) ? 'yes' : 404;
  const [may, what] =
    'administers' in access
      ? [person.user.role === 'admin', access.administers]
      : [mayCommand(actor, access.command, relation), readableOf(route)];
  if (may) return 'yes';
  return mayRead(actor, what, relation) ? 403 : 404;
}

/** It was done, or refused for what the record is and not for who asks. */
const isTaken = ({ status, body }: Answer): boolean =>
  status < 300 || (status === 409 && (body.rejection in refusals || body.type === '/problems/taken'));

const records: Partial<Record<Screen['screen'], readonly [kind: string, id: string]>> = {
  ticket: ['tickets', 'ticketId'],
  thing: ['equipment', 'equipmentId'],
  stocktake: ['stocktakes', 'stocktakeId'],
};

/** A screen, of a record to which the person stands so where it is one of a record. */
async function screenFor(
  screen: Screen['screen'],
  person: Person,
  standing: Standing,
): Promise<Screen | undefined> {
  const record = records[screen];
  if (!record) return standing === 'own' ? ({ screen } as Screen) : undefined;
  const id = await walk.recordFor[record[0]]?.(person, standing);
  return id === undefined ? undefined : ({ screen, [record[1]]: id } as unknown as Screen);
}

const signedIn = () => app.daybook.routes.filter(({ access }) => !('to' in access && access.to === 'anyone'));

describe('Without a sign-in', () => {
  it('every route answers 401 but those that are for anyone', async () => {
    for (const route of app.daybook.routes) {
      const open = 'to' in route.access && route.access.to === 'anyone';
      const path = route.path.replaceAll(/:\w+/g, UNKNOWN);
      const { status } = await (route.method === 'get' ? app.get(path) : app.post(path));
      if (!open) expect(status, `${route.method} ${route.path}`).toBe(401);
      else if (route.method === 'get') expect(status, route.path).toBe(200);
    }
  });
});

describe.each(roles.options)('A signed-in %s', (role) => {
  it.each(standings)('is answered on %s records as the table of permissions says', async (standing) => {
    const person = people[role];
    const routes = signedIn().filter(({ path }) => path.includes(':'));
    expect(routes.length).toBeGreaterThan(80);
    for (const route of routes) {
      const make = walk.recordFor[kindOf(route)];
      if (!make) throw new Error(`Tell how a record for ${route.path} is made.`);
      // An own account would not survive its own deactivation; the rule against that is tested elsewhere.
      const id = await make(person, standing);
      if (id === undefined) continue;
      const answer = await walk.call(route, person, await walk.pathFor(route, id));
      const expected = verdict(route, person, standing);
      const about = `${route.method} ${route.path}: ${JSON.stringify(answer.body).slice(0, 300)}`;
      if (expected === 'yes') expect(isTaken(answer), about).toBe(true);
      else expect(answer.status, about).toBe(expected);
    }
  });

  it('is answered by lists and creations as the table says, and lists hold only what may be read', async () => {
    const person = people[role];
    const foreign = await walk.ticketFor(person, 'foreign');
    const own = await walk.ticketFor(person, 'own');
    for (const route of signedIn().filter(({ path }) => !path.includes(':'))) {
      if (kindOf(route) === 'auth' || route.path.endsWith('/bulk')) continue;
      const answer = await walk.call(route, person, route.path);
      // What is made is not there yet, so nothing of it is kept from anybody.
      const told = verdict(route, person, 'own');
      const expected = told === 404 && 'command' in route.access ? 403 : told;
      const about = `${route.method} ${route.path}: ${JSON.stringify(answer.body).slice(0, 300)}`;
      if (expected === 'yes') expect([200, 201], about).toContain(answer.status);
      else expect(answer.status, about).toBe(expected);
    }
    const after = { 'daybook-after': String(app.daybook.projector.position()) };
    const seen = (await person.get('/api/tickets?limit=500&sort=-number', after)).body.items.map(
      (row) => row['ticketId'],
    );
    expect(seen).toContain(own);
    expect(seen.includes(foreign)).toBe(role !== 'requester');
    const users = (await person.get('/api/users?limit=500', after)).body.items.map((row) => row['userId']);
    expect(users.length > 1).toBe(role !== 'requester');
    expect(users).toContain(person.user.userId);
  });

  it('is let into live rooms as the table says', async () => {
    const person = people[role];
    const socket = await connectSocket(app.url, { token: person.token });
    sockets.push(socket);
    const names = Object.keys(screenReads) as Screen['screen'][];
    expect(names.length).toBeGreaterThan(11);
    for (const screen of names)
      for (const standing of standings) {
        const asked = await screenFor(screen, person, standing);
        if (!asked) continue;
        await person.get('/api/tickets?limit=1', {
          'daybook-after': String(app.daybook.projector.position()),
        });
        const expected = mayRead(actorOf(person), screenReads[screen], relations[standing]);
        expect((await socket.watch(asked)).ok, `${screen} ${standing}`).toBe(expected);
      }
  });
});
