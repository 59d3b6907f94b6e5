import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CommandInput } from '#api/contract/inputs.ts';
import type { Screen } from '#api/contract/live.ts';
import type { Route } from '#api/http/route.ts';
import { screenReads } from '#api/live/screens.ts';
import { mayCommand, mayRead, type CommandName, type Readable, type Relation } from '#domain/permissions.ts';
import { role as roles, type Role } from '#domain/role.ts';
import { openRoom, startApp, type Answer, type Person, type TestApp } from '#tests/support/app.ts';
import { connectSocket, type Watcher } from '#tests/support/socket.ts';
import { picture } from '#cli/demo/scenes.ts';
import { seeded } from '#cli/demo/random.ts';
import { plainInputs } from '#tests/properties/ticketInputs.ts';

type Standing = 'own' | 'watched' | 'foreign';
const standings: readonly Standing[] = ['own', 'watched', 'foreign'];
const relations: Readonly<Record<Standing, Relation>> = {
  own: { own: true, involved: false },
  watched: { own: false, involved: true },
  foreign: { own: false, involved: false },
};
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

let app: TestApp;
let roomId: string;
let people: Record<Role, Person>;
const sockets: Watcher[] = [];
beforeAll(async () => {
  app = await startApp();
  roomId = await openRoom(app);
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

const recordInputs: {
  readonly [N in Exclude<CommandName, keyof typeof plainInputs>]: () => CommandInput<N>;
} = {
  openRoom: () => ({ name: `Room ${crypto.randomUUID()}` }),
  renameRoom: () => ({ name: `Room ${crypto.randomUUID()}`, building: '', floor: '' }),
  closeRoom: () => ({}),
  createCategory: () => ({ kind: 'ticket', name: `Category ${crypto.randomUUID()}` }),
  renameCategory: () => ({ name: `Category ${crypto.randomUUID()}` }),
  changeCategoryFields: () => ({ fields: [] }),
  archiveCategory: () => ({}),
  registerUser: () => ({ name: 'Somebody', email: `${crypto.randomUUID()}@example.org` }),
  correctUserDetails: () => ({ phone: '123' }),
  changeUserRole: () => ({ role: 'requester' }),
  deactivateUser: () => ({}),
  reactivateUser: () => ({}),
};

function inputOf(command: CommandName): unknown {
  if (command === 'openTicket')
    return { ...plainInputs.openTicket, roomId, title: `Plain ${crypto.randomUUID()}` };
  return command in plainInputs
    ? plainInputs[command as keyof typeof plainInputs]
    : recordInputs[command as keyof typeof recordInputs]();
}

/** A ticket to which this person stands so; its changes are in the tables. */
async function ticketFor(person: Person, standing: Standing): Promise<string> {
  const requester = standing === 'own' ? person : app.admin;
  const { body: opened } = await app.admin.post('/api/tickets', {
    title: `Plain ${crypto.randomUUID()}`,
    roomId,
    requesterId: requester.user.userId,
  });
  const { id } = opened;
  if (standing !== 'watched') return id;
  const { body } = await app.admin.post(`/api/tickets/${id}/watch`, { userId: person.user.userId });
  await app.daybook.projector.waitFor(BigInt(body.position), 5_000);
  return id;
}

/** A record of a route's kind to which this person stands so; undefined where one cannot stand so to it. */
const recordFor: Readonly<
  Record<string, (person: Person, standing: Standing) => Promise<string | undefined>>
> = {
  tickets: ticketFor,
  rooms: async (_, standing) => (standing === 'foreign' ? openRoom(app, crypto.randomUUID()) : undefined),
  categories: async (_, standing) => {
    if (standing !== 'foreign') return undefined;
    return (await app.admin.post('/api/categories', inputOf('createCategory'))).body.id;
  },
  users: async (person, standing) => {
    if (standing === 'watched') return undefined;
    if (standing === 'own') return person.user.userId;
    return (await app.admin.post('/api/users', inputOf('registerUser'))).body.id;
  },
  projections: (_, standing) => Promise.resolve(standing === 'foreign' ? 'rooms' : undefined),
};

const kindOf = ({ path }: Route): string => path.split('/')[2] ?? '';

async function imageOn(ticket: string): Promise<string> {
  const form = new FormData();
  form.set('image', new Blob([picture('dialog', seeded(1)) as Uint8Array<ArrayBuffer>]));
  const init = { method: 'POST', body: form };
  return (await app.admin.send(`/api/tickets/${ticket}/images`, init)).body.imageId;
}

/** The route's address for a record; with an image where it has one. */
async function pathFor({ path }: Route, id: string): Promise<string> {
  const whole = path.replace(':id', id).replace(':name', id);
  return whole.includes(':imageId') ? whole.replace(':imageId', await imageOn(id)) : whole;
}

function call(route: Route, person: Person, path: string): Promise<Answer> {
  if (route.method === 'get')
    return person.get(path, { 'daybook-after': String(app.daybook.projector.position()) });
  if (route.bodyType === 'multipart/form-data') {
    const form = new FormData();
    form.set('image', new Blob([picture('dialog', seeded(1)) as Uint8Array<ArrayBuffer>]));
    return person.send(path, { method: 'POST', body: form });
  }
  return person.post(path, 'command' in route.access ? inputOf(route.access.command) : {});
}

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
      : [mayCommand(actor, access.command, relation), kindOf(route) as Readable];
  if (may) return 'yes';
  return mayRead(actor, what, relation) ? 403 : 404;
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
    expect(routes.length).toBeGreaterThan(40);
    for (const route of routes) {
      const make = recordFor[kindOf(route)];
      if (!make) throw new Error(`Tell how a record for ${route.path} is made.`);
      // An own account would not survive its own deactivation; the rule against that is tested elsewhere.
      const id = await make(person, standing);
      if (id === undefined) continue;
      const answer = await call(route, person, await pathFor(route, id));
      const expected = verdict(route, person, standing);
      const about = `${route.method} ${route.path}: ${JSON.stringify(answer.body).slice(0, 300)}`;
      if (expected === 'yes') expect([200, 201, 202, 409], about).toContain(answer.status);
      else expect(answer.status, about).toBe(expected);
    }
  });

  it('is answered by lists and creations as the table says, and lists hold only what may be read', async () => {
    const person = people[role];
    const foreign = await ticketFor(person, 'foreign');
    const own = await ticketFor(person, 'own');
    for (const route of signedIn().filter(({ path }) => !path.includes(':'))) {
      if (kindOf(route) === 'auth' || route.path.endsWith('/bulk')) continue;
      const answer = await call(route, person, route.path);
      const expected = verdict(route, person, 'own');
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
    expect(names.length).toBeGreaterThan(5);
    for (const screen of names)
      for (const standing of screen === 'ticket' ? standings : (['own'] as const)) {
        const asked: Screen =
          screen === 'ticket' ? { screen, ticketId: await ticketFor(person, standing) } : { screen };
        await person.get('/api/tickets?limit=1', {
          'daybook-after': String(app.daybook.projector.position()),
        });
        const expected = mayRead(actorOf(person), screenReads[screen], relations[standing]);
        expect((await socket.watch(asked)).ok, `${screen} ${standing}`).toBe(expected);
      }
  });
});
