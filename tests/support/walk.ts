import type { CommandInput } from '#api/contract/inputs.ts';
import type { Route } from '#api/http/route.ts';
import { picture } from '#cli/demo/scenes.ts';
import { seeded } from '#cli/demo/random.ts';
import type { CommandName, Readable } from '#domain/permissions.ts';
import { plainEquipmentInputs } from '#tests/properties/equipmentInputs.ts';
import { plainInputs } from '#tests/properties/ticketInputs.ts';
import type { TestApp } from './app.ts';
import type { Answer, Person } from './client.ts';
import { lend, makeCategory, openRoom, registerThing } from './fixtures.ts';

export type Standing = 'own' | 'watched' | 'foreign';

type Plain = keyof typeof plainInputs | keyof typeof plainEquipmentInputs;
type Known = { readonly roomId: string; readonly categoryId: string };

const otherInputs: {
  readonly [N in Exclude<CommandName, Plain>]: (known: Known) => CommandInput<N>;
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
  givePassword: () => ({}),
  startStocktake: ({ roomId }) => ({ roomId }),
  scan: () => ({ scanId: crypto.randomUUID(), text: 'Nobody knows this' }),
  undoScan: () => ({ scanId: crypto.randomUUID() }),
  finishStocktake: () => ({}),
  cancelStocktake: () => ({}),
  leaveLine: () => ({ line: crypto.randomUUID() }),
  defineLoanTerms: () => ({ text: 'Bring it back.' }),
  definePublicScan: () => ({ facts: ['name'], mayReport: true }),
  startBatch: () => ({ action: 'printLabels', size: 1, title: '' }),
  stopBatch: () => ({ done: 0, failed: 0 }),
  takeUpBatch: () => ({}),
  finishBatch: () => ({ done: 0, failed: 0 }),
  takeBackBatch: () => ({ done: 0, failed: 0 }),
};

export const kindOf = ({ path }: Route): string => path.split('/')[2] ?? '';

/** What one must be able to read to know that there is such a record. */
export const readableOf = (route: Route): Readable =>
  kindOf(route) === 'imports' ? 'batches' : (kindOf(route) as Readable);

const form = (): FormData => {
  const one = new FormData();
  one.set('image', new Blob([picture('dialog', seeded(1)) as Uint8Array<ArrayBuffer>]));
  return one;
};

const IN = { room: 'The walk', category: 'Walked' };

/** A thing to be imported, which technicians may do. */
const csv = (): FormData => {
  const one = new FormData();
  one.set('kind', 'equipment');
  const lines = `tag,name,category,room\n${crypto.randomUUID()},Plain,${IN.category},${IN.room}\n`;
  one.set('file', new Blob([lines]), 'things.csv');
  return one;
};

type Make = (person: Person, standing: Standing) => Promise<string | undefined>;

/** What a walk over every route needs: well-formed bodies, and records to which a person stands so or so. */
export async function createWalk(app: TestApp) {
  const known = { roomId: await openRoom(app, IN.room), categoryId: await makeCategory(app, IN.category) };
  const { roomId } = known;

  function inputOf(command: CommandName): unknown {
    if (command === 'openTicket')
      return { ...plainInputs.openTicket, roomId, title: `Plain ${crypto.randomUUID()}` };
    if (command === 'registerEquipment') return { ...known, tag: crypto.randomUUID(), name: 'Plain' };
    if (command === 'acceptCheckout') return { termsVersion: 0 };
    const plain = { ...plainInputs, ...plainEquipmentInputs };
    return command in plain
      ? plain[command as keyof typeof plain]
      : otherInputs[command as keyof typeof otherInputs](known);
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

  async function thingFor(person: Person, standing: Standing): Promise<string | undefined> {
    if (standing === 'watched') return undefined;
    const id = await registerThing(app, known);
    if (standing === 'own') await lend(app, id, person);
    return id;
  }

  const foreignOnly =
    (make: () => Promise<string>): Make =>
    async (_, standing) =>
      standing === 'foreign' ? make() : undefined;
  const created = (base: string, command: CommandName) => async (): Promise<string> =>
    (await app.admin.post(base, inputOf(command))).body.id;

  const batchOf = async () => ({
    action: 'printLabels',
    ids: [await registerThing(app, known)],
    input: {},
  });
  const bodies: Readonly<Record<string, (person: Person) => unknown>> = {
    'users/:id/firstPassword': () => ({ password: `walked ${crypto.randomUUID()}` }),
    'stocktakes/:id/decide': () => ({ line: crypto.randomUUID(), decision: 'leave' }),
    batches: batchOf,
    'batches/:id/stop': () => ({}),
    'batches/:id/takeBack': () => ({}),
    'imports/:id/run': () => ({}),
    'imports/:id/stop': () => ({}),
    'labels.pdf': async (person) => ({
      layout: 'L7160',
      ids: [await thingFor(person, 'own')],
      fields: ['name'],
    }),
  };

  /** A record of a route's kind to which a person stands so; undefined where one cannot stand so to it. */
  const recordFor: Readonly<Record<string, Make>> = {
    tickets: ticketFor,
    equipment: thingFor,
    rooms: foreignOnly(() => openRoom(app, crypto.randomUUID())),
    categories: foreignOnly(created('/api/categories', 'createCategory')),
    stocktakes: foreignOnly(created('/api/stocktakes', 'startStocktake')),
    export: foreignOnly(created('/api/stocktakes', 'startStocktake')),
    batches: foreignOnly(async () => (await app.admin.post('/api/batches', await batchOf())).body.batchId),
    imports: foreignOnly(async () => {
      const init = { method: 'POST', body: csv() };
      return (await app.admin.send('/api/imports', init)).body.importId;
    }),
    users: async (person, standing) => {
      if (standing === 'watched') return undefined;
      return standing === 'own' ? person.user.userId : created('/api/users', 'registerUser')();
    },
    projections: foreignOnly(() => Promise.resolve('rooms')),
  };

  /** The route's address for a record; with an image where it has one. */
  async function pathFor(route: Route, id: string): Promise<string> {
    const whole = route.path.replace(':id', id).replace(':name', id);
    if (!whole.includes(':imageId')) return whole;
    const to = `/api/${kindOf(route)}/${id}/images`;
    const { body } = await app.admin.send(to, { method: 'POST', body: form() });
    return whole.replace(':imageId', body.imageId);
  }

  /** What is sent to a route that takes more than the input of its command. */
  function bodyOf(route: Route, person: Person): unknown {
    const special = bodies[route.path.replace('/api/', '')];
    if (special) return special(person);
    return 'command' in route.access ? inputOf(route.access.command) : {};
  }

  async function call(route: Route, person: Person, path: string): Promise<Answer> {
    if (route.method === 'get')
      return person.get(path, { 'daybook-after': String(app.daybook.projector.position()) });
    if (route.bodyType === 'multipart/form-data')
      return person.send(path, { method: 'POST', body: path.endsWith('/imports') ? csv() : form() });
    return person.post(path, await bodyOf(route, person));
  }

  return { call, pathFor, recordFor, ticketFor, thingFor };
}
