import { z } from 'zod';
import { furnish } from './furnish.ts';
import type { Account, Stage } from './stage.ts';

const created = z.object({ id: z.string() });
const listed = z.object({ items: z.array(z.looseObject({ roomId: z.string() })) });

/** Three tickets of Ana's: one at work with some history, one resolved, one on hold. */
export async function setScene({ people, api }: Stage): Promise<void> {
  const { ana, kim, lee } = people;
  const [room] = listed.parse(await api(ana, 'GET', '/rooms')).items;
  const open = async (title: string): Promise<string> =>
    created.parse(
      await api(ana, 'POST', '/tickets', { title, roomId: room?.roomId, description: 'It began today.' }),
    ).id;
  const give = (by: Account, id: string, command: string, input: unknown = {}): Promise<unknown> =>
    api(by, 'POST', `/tickets/${id}/${command}`, input);

  const first = await open('The projector shows only pink');
  await give(kim, first, 'accept');
  await give(kim, first, 'prioritise', { priority: 'high' });
  await give(kim, first, 'comment', { body: 'Which laptop is it?' });
  await give(lee, first, 'comment', { body: 'The third one this term.', visibility: 'internal' });
  await give(kim, first, 'tag', { tag: 'projector' });
  await give(kim, first, 'addChecklistItem', { text: 'Try another cable' });
  await give(kim, first, 'logWork', { minutes: 25, note: 'On site' });

  const second = await open('Cannot print from the library');
  await give(lee, second, 'accept');
  await give(lee, second, 'resolve', { resolution: 'Restarted the print server.' });

  const third = await open('New headset');
  await give(kim, third, 'accept');
  await give(kim, third, 'putOnHold', { reason: 'Waiting for the delivery' });
}

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Three laptops: one is lent, one is serviced soon and has a label, one is missing. */
export async function setThings(stage: Stage): Promise<void> {
  const { ana, kim } = stage.people;
  const [lent, serviced, missing] = await furnish(stage, ['LT-0001', 'LT-0002', 'LT-0003']);
  const give = (id: string | undefined, command: string, input: unknown): Promise<unknown> =>
    stage.api(kim, 'POST', `/equipment/${id}/${command}`, input);
  const to = { kind: 'person', userId: ana.id };
  await give(lent, 'checkOut', { to, dueOn: dayIn(1), toBeAccepted: false });
  await give(serviced, 'planMaintenance', {
    repetition: { every: 3, unit: 'month' },
    startsOn: dayIn(-2),
    checklist: ['Clean the fan'],
  });
  await stage.api(kim, 'POST', '/batches', { action: 'printLabels', ids: [serviced], input: {} });
  await give(missing, 'reportMissing', {});
}
