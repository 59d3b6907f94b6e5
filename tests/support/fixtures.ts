import type { Answer, Client, Person } from './client.ts';
import type { TestApp } from './app.ts';

/** A room to report problems in. */
export async function openRoom({ admin }: TestApp, name = 'Room 1'): Promise<string> {
  const { body } = await admin.post('/api/rooms', { name });
  return body.id;
}

/** The id in the answer; throws where nothing was made. */
const idOf = ({ status, body }: Answer): string => {
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body.id;
};

/** A category that things can be filed in. */
export const makeCategory = async ({ admin }: TestApp, name = `Category ${crypto.randomUUID()}`) =>
  idOf(await admin.post('/api/categories', { kind: 'equipment', name }));

/** A thing in a room; its id. */
export async function registerThing(
  { admin }: TestApp,
  given: {
    readonly roomId: string;
    readonly categoryId: string;
    readonly tag?: string;
    readonly name?: string;
  },
): Promise<string> {
  const tag = crypto.randomUUID();
  return idOf(await admin.post('/api/equipment', { tag, name: 'Thing', ...given }));
}

/** Lends a thing to a person; resolves once the tables know. */
export async function lend(
  { admin, daybook }: TestApp,
  equipmentId: string,
  { user: { userId } }: Person,
  more: { readonly toBeAccepted?: boolean; readonly dueOn?: string } = {},
): Promise<void> {
  const answer = await admin.post(`/api/equipment/${equipmentId}/checkOut`, {
    to: { kind: 'person', userId },
    ...more,
  });
  idOf(answer);
  await daybook.projector.waitFor(BigInt(answer.body.position), 5_000);
}

/** A ticket that this person reports; its id. */
export async function report(
  person: Client,
  roomId: string,
  title = `Broken ${Math.random().toString(36).slice(2)}`,
): Promise<string> {
  const { body, status } = await person.post('/api/tickets', { title, roomId });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}
