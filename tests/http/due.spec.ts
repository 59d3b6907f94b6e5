import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { lend, makeCategory, openRoom, registerThing } from '#tests/support/fixtures.ts';
import { importing } from '#tests/support/importing.ts';
import { answerOf, urlOf, type Api } from '../../web/src/lib/api/request.ts';
import { dueThings } from '../../web/src/lib/due/due.ts';
import { daysAfter } from '../../web/src/lib/due/periods.ts';
import { filtersOf, queryOf } from '../../web/src/lib/equipment/filters.ts';

const TODAY = '2026-03-01';
const MANY = 1_030;
let app: TestApp;
let kim: Person;
let api: Pick<Api, 'get'>;
let room: { roomId: string; categoryId: string };
beforeAll(async () => {
  app = await startApp();
  kim = await app.join('technician', 'Kim');
  const headers = { authorization: `Bearer ${kim.token}` };
  api = { get: async (path, query) => answerOf(await fetch(urlOf(app.url, path, query), { headers })) };
  room = { roomId: await openRoom(app, 'Store'), categoryId: await makeCategory(app, 'Laptops') };
});
afterAll(() => app.stop());

const tagsOf = (items: readonly { readonly tag: string }[]) => items.map(({ tag }) => tag);

describe('What is due', () => {
  it('begins with the warranty that ends next, however many end in the period', async () => {
    const row = (n: number) => `W-${String(n).padStart(4, '0')},Laptop,Laptops,Store,${daysAfter(TODAY, n)}`;
    const rows = Array.from({ length: MANY }, (_, n) => row(n - 10));
    const { carryOut } = importing(app);
    const csv = ['Tag,Name,Category,Room,Warranty until', ...rows].join('\n');
    expect((await carryOut(kim, 'equipment', csv)).progress.done).toBe(MANY);
    await registerThing(app, { ...room, tag: 'NONE' });
    await upToDate(app);
    const { warranties } = await dueThings(api, TODAY, daysAfter(TODAY, 2_000));
    expect(tagsOf(warranties.items).slice(0, 3)).toEqual(['W-0000', 'W-0001', 'W-0002']);
    expect([warranties.items.length, warranties.more]).toEqual([100, true]);
    const last = await dueThings(api, daysAfter(TODAY, MANY - 12), daysAfter(TODAY, 2_000));
    expect(tagsOf(last.warranties.items)).toEqual(['W-1018', 'W-1019']);
  });

  it('has a loan that is overdue also while the thing is in repair or missing', async () => {
    const ana = await app.join('requester', 'Ana');
    for (const tag of ['L-1', 'L-2', 'L-3']) {
      const id = await registerThing(app, { ...room, tag });
      await lend(app, id, ana, { dueOn: daysAfter(new Date().toISOString().slice(0, 10), 1) });
      if (tag === 'L-2') await kim.post(`/api/equipment/${id}/startRepair`, {});
      if (tag === 'L-3') await kim.post(`/api/equipment/${id}/reportMissing`, {});
    }
    await upToDate(app);
    const { loans } = await dueThings(api, '2999-01-01', '2999-02-01');
    expect(loans.items.map(({ tag, stage }) => `${tag} ${stage}`).sort()).toEqual([
      'L-1 CheckedOut',
      'L-2 InRepair',
      'L-3 Missing',
    ]);
  });

  it('is asked of the register in words that its address has too', async () => {
    const { loans, warranties, maintenance } = await dueThings(api, TODAY, daysAfter(TODAY, 30));
    for (const { query } of [loans, warranties, maintenance])
      expect(queryOf(filtersOf(new URLSearchParams(query)))).toEqual(query);
  });
});
