import type { TestApp } from './app.ts';
import type { Person } from './client.ts';
import { makeCategory, openRoom, registerThing } from './fixtures.ts';

export const scanOf = (text: string, more: { occurredAt?: string; sentAt?: string } = {}) => ({
  scanId: crypto.randomUUID(),
  text,
  ...more,
});

/** Stock-takes of rooms that nothing else is in, by one person or, where another is named, by that one. */
export async function takingStock(app: TestApp, by: Person) {
  const categoryId = await makeCategory(app);
  let rooms = 0;
  async function roomWith(...tags: string[]): Promise<{ roomId: string; first: string }> {
    const roomId = await openRoom(app, `Counted room ${(rooms += 1)}`);
    const things: string[] = [];
    for (const tag of tags) things.push(await registerThing(app, { roomId, categoryId, tag, name: tag }));
    return { roomId, first: String(things[0]) };
  }
  return {
    categoryId,
    roomWith,
    start: async (roomId: string) => (await by.post('/api/stocktakes', { roomId })).body.id,
    scanAt: (id: string, scan: object, person = by) => person.post(`/api/stocktakes/${id}/scan`, scan),
    finish: (id: string) => by.post(`/api/stocktakes/${id}/finishStocktake`),
    decide: (id: string, body: object, person = by) => person.post(`/api/stocktakes/${id}/decide`, body),
  };
}

export type TakingStock = Awaited<ReturnType<typeof takingStock>>;
