import { z } from 'zod';
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
