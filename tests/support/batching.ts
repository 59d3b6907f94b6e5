import { createBatches } from '#api/batches/createBatches.ts';
import type { BatchAnswer, BatchDone } from '#api/contract/batches.ts';
import type { Viewer } from '#api/http/route.ts';
import { createLog } from '#api/log.ts';
import type { Runner } from '#commands/run.ts';
import { userId } from '#domain/ids.ts';
import type { CommandName } from '#domain/permissions.ts';
import type { TestApp } from './app.ts';
import type { Answer, Person } from './client.ts';
import { makeCategory, openRoom, registerThing } from './fixtures.ts';

export const answerOf = ({ body }: Answer) => body as unknown as BatchAnswer;
export const doneOf = ({ body }: Answer) => body as unknown as BatchDone;

/** Two rooms, and as many things in the first as are asked for. */
export async function stocked(app: TestApp) {
  const [store, shelf] = [await openRoom(app, 'Store'), await openRoom(app, 'Shelf')];
  const known = { roomId: store, categoryId: await makeCategory(app, 'Laptops') };
  const register = (count: number): Promise<string[]> =>
    Promise.all(Array.from({ length: count }, () => registerThing(app, known)));
  return { store, shelf, register };
}

/** What somebody does to many things at once, and what has become of it. */
export function batchesOf(app: TestApp, person: Person) {
  /** Reads what has been written until now. */
  const after = () => ({ 'daybook-after': String(app.daybook.ends()) });
  const thing = async (id: string) => (await person.get(`/api/equipment/${id}`, after())).body;
  return {
    after,
    thing,
    seen: async (batchId: string) => answerOf(await person.get(`/api/batches/${batchId}`, after())),
    typesOf: async (batchId: string) => (await app.events(`batch-${batchId}`)).map(({ type }) => type),
    stop: (batchId: string) => person.post(`/api/batches/${batchId}/stop`),
    takeBack: (batchId: string) => person.post(`/api/batches/${batchId}/takeBack`),
    /** How many of these things are in a room. */
    countIn: async (roomId: string, ids: readonly string[]) =>
      (await Promise.all(ids.map(thing))).filter(({ equipment }) => equipment.roomId === roomId).length,
  };
}

export const viewerOf = ({ user }: Person): Viewer => ({
  ...{ userId: userId.parse(user.userId), role: user.role },
  ...{ sessionId: '', expiresAt: 0 },
});

/** The batches of another process, that knows nothing of those on which this one works. */
export const batchesElsewhere = (
  { daybook: { runner } }: TestApp,
  given: Partial<Parameters<typeof createBatches>[0]> = {},
) =>
  createBatches({
    runner,
    imports: { stop: () => Promise.reject(new Error('nothing is imported')) },
    changesOf: () => Promise.resolve([]),
    log: createLog('silent'),
    clock: Date.now,
    ...given,
  });

/** A runner that does something else first for a command that has been given so often. */
export function runnerWith(
  { daybook: { runner } }: TestApp,
  { after, name }: { readonly after: number; readonly name: CommandName },
  first: () => void | Promise<void>,
): Runner {
  let given = 0;
  return {
    ...runner,
    async run(command, request) {
      if (command.name === name && (given += 1) > after) await first();
      return runner.run(command, request);
    },
  };
}

export type Stocked = Awaited<ReturnType<typeof stocked>>;
export type Batches = ReturnType<typeof batchesOf>;
