import { z } from 'zod';
import type { Screen } from '../screen.ts';
import type { Stage } from '../stage.ts';

const created = z.object({ id: z.string() });
const listed = z.object({ items: z.array(z.object({ roomId: z.string(), name: z.string() })) });
const categories = z.object({ items: z.array(z.object({ categoryId: z.string(), kind: z.string() })) });

/** Terms, a loan that Ana has to sign for, and stock-takes of both rooms: one runs, one is finished. */
export async function setHandScene({ people, api, room }: Stage): Promise<void> {
  const { ada, kim, ana } = people;
  const rooms = listed.parse(await api(ada, 'GET', '/rooms')).items;
  const here = rooms.find(({ name }) => name === room)?.roomId;
  const there = rooms.find(({ name }) => name !== room)?.roomId;
  const kinds = categories.parse(await api(ada, 'GET', '/categories')).items;
  const categoryId = kinds.find(({ kind }) => kind === 'equipment')?.categoryId;
  const register = async (tag: string): Promise<string> => {
    const thing = { tag, name: 'Projector', categoryId, roomId: here };
    return created.parse(await api(kim, 'POST', '/equipment', thing)).id;
  };
  const lent = await register('PJ-0001');
  await register('PJ-0002');
  await api(ada, 'POST', '/settings/defineLoanTerms', { text: 'I give it back as I received it.' });
  await api(ada, 'POST', '/settings/definePublicScan', { facts: ['name', 'room'], mayReport: true });
  const to = { kind: 'person', userId: ana.id };
  await api(kim, 'POST', `/equipment/${lent}/checkOut`, { to, dueOn: '2030-01-31' });

  const taking = async (roomId: string | undefined, ...texts: string[]): Promise<string> => {
    const { id } = created.parse(await api(kim, 'POST', '/stocktakes', { roomId }));
    for (const text of texts)
      await api(kim, 'POST', `/stocktakes/${id}/scan`, { scanId: crypto.randomUUID(), text });
    return id;
  };
  await taking(here, 'NOBODY-KNOWS');
  const over = await taking(there, 'PJ-0002', 'NOBODY-KNOWS');
  await api(kim, 'POST', `/stocktakes/${over}/finishStocktake`, {});
}

const following = (name: RegExp): NonNullable<Screen['then']> => {
  return async (page) => {
    await page.getByRole('main').getByRole('link', { name }).first().click();
    await page.waitForURL(/\/(stocktakes|my-equipment)\/[^/]+$/);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
};

/** What is done with a phone in one's hand, and what stands behind it. */
export const handScreens: readonly Screen[] = [
  { name: 'scan', who: 'kim', path: '/scan' },
  { name: 'scanned', who: 'kim', path: '/scan?tag=pj-0002' },
  { name: 'scanned, unknown', who: 'kim', path: '/scan?tag=NOBODY-KNOWS' },
  { name: 'label, signed out', who: 'nobody', path: '/t/PJ-0002' },
  { name: 'label, for a requester', who: 'ana', path: '/t/PJ-0002' },
  { name: 'unknown label, signed out', who: 'nobody', path: '/t/NOBODY-KNOWS' },
  { name: 'stock-takes', who: 'kim', path: '/stocktakes' },
  { name: 'starting a stock-take', who: 'kim', path: '/stocktakes?do=startStocktake' },
  { name: 'running stock-take', who: 'kim', path: '/stocktakes', then: following(/Running.+found/) },
  { name: 'finished stock-take', who: 'kim', path: '/stocktakes', then: following(/Finished.+found/) },
  {
    name: 'stock-take for an auditor',
    who: 'audrey',
    path: '/stocktakes',
    then: following(/Running.+found/),
  },
  { name: 'my equipment', who: 'ana', path: '/my-equipment' },
  { name: 'signing', who: 'ana', path: '/my-equipment', then: following(/Sign for it/) },
  { name: 'settings', who: 'ada', path: '/settings' },
  { name: 'changing the terms', who: 'ada', path: '/settings?do=defineLoanTerms' },
  { name: 'changing what visitors see', who: 'ada', path: '/settings?do=definePublicScan' },
];
