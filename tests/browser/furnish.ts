import { z } from 'zod';
import type { Stage } from './stage.ts';

const created = z.object({ id: z.string() });
const listed = z.object({ items: z.array(z.object({ roomId: z.string(), name: z.string() })) });

/** Laptops in the room that the stage names, one for each tag; answers with their ids. */
export async function furnish({ people, api, room }: Stage, tags: readonly string[]): Promise<string[]> {
  const { ada } = people;
  const { items } = listed.parse(await api(ada, 'GET', '/rooms'));
  const roomId = items.find(({ name }) => name === room)?.roomId;
  const category = { kind: 'equipment', name: 'Laptops' };
  const categoryId = created.parse(await api(ada, 'POST', '/categories', category)).id;
  const ids: string[] = [];
  for (const tag of tags) {
    const thing = { tag, name: 'ThinkPad T14', categoryId, roomId };
    ids.push(created.parse(await api(ada, 'POST', '/equipment', thing)).id);
  }
  return ids;
}
