import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EquipmentRow } from '#api/contract/rows.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import { makeCategory, openRoom, registerThing } from '#tests/support/fixtures.ts';
import { importing } from '#tests/support/importing.ts';
import { answerOf, urlOf, type Api } from '../../web/src/lib/api/request.ts';
import { hrefOfMore, shownOf } from '../../web/src/lib/rooms/shown.ts';
import { listTo } from '../../web/src/lib/server/listTo.ts';

const MANY = 730;
let app: TestApp;
let api: Pick<Api, 'get'>;
beforeAll(async () => {
  app = await startApp();
  const headers = { authorization: `Bearer ${app.admin.token}` };
  api = { get: async (path, query) => answerOf(await fetch(urlOf(app.url, path, query), { headers })) };
});
afterAll(() => app.stop());

/** A room with many things, and when it had all but the last of them. */
async function fullRoom(): Promise<{ room: string; full: string }> {
  const room = await openRoom(app, 'Store');
  const categoryId = await makeCategory(app, 'Laptops');
  const rows = Array.from({ length: MANY }, (_, n) => `T-${String(n).padStart(4, '0')},Thing,Laptops,Store`);
  const csv = ['Tag,Name,Category,Room', ...rows].join('\n');
  const { progress } = await importing(app).carryOut(app.admin, 'equipment', csv);
  expect(progress.done).toBe(MANY);
  const full = new Date().toISOString();
  await registerThing(app, { roomId: room, categoryId, tag: 'T-LAST' });
  await upToDate(app);
  return { room, full };
}

async function shown(search: string, { room, asOf }: { room: string; asOf: string | undefined }) {
  const count = shownOf(new URLSearchParams(search).get('shown'));
  const answer = await listTo<EquipmentRow>(api, '/equipment', { room, asOf, sort: 'tag', count });
  if (!answer.ok) expect.fail(answer.problem.detail);
  const { items, next } = answer.value;
  return { tags: items.map(({ tag }) => tag), more: next !== null };
}

it('A room shows more and more of what is in it, and was, up to the last thing', async () => {
  const { room, full } = await fullRoom();
  for (const [asOf, last] of [
    [undefined, 'T-LAST'],
    [full, 'T-0729'],
  ] as const) {
    let search = '?asOf=2026-01-01';
    let seen = await shown(search, { room, asOf });
    expect([seen.tags.length, seen.more]).toEqual([200, true]);
    while (seen.more) {
      search = hrefOfMore(search, seen.tags.length) ?? expect.fail('There is no more.');
      seen = await shown(search, { room, asOf });
      expect(new Set(seen.tags).size).toBe(seen.tags.length);
    }
    expect([seen.tags[0], seen.tags.at(-1)]).toEqual(['T-0000', last]);
    expect(search).toBe('?asOf=2026-01-01&shown=800');
  }
});

it('The address asks for neither less than usual nor for more than a page can hold', () => {
  expect(['-1', '7', 'many', '800', '99999', null].map(shownOf)).toEqual([200, 200, 200, 800, 10_000, 200]);
  expect(hrefOfMore('', 10_000)).toBeUndefined();
});
