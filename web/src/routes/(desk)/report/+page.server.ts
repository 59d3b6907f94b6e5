import { error, fail, redirect } from '@sveltejs/kit';
import { newKey } from '#lib/commands/give.ts';
import { readInput } from '#lib/commands/readInput.ts';
import type {
  CategoryRow,
  EquipmentAnswer,
  Listed,
  PublicScan,
  RoomRow,
  TicketOpened,
} from '#lib/contract.ts';
import { textOf } from '#lib/forms/fields.ts';
import type { About } from '#lib/report/about.ts';
import { MOST_PHOTOS, type Untaken } from '#lib/report/untaken.ts';
import { ROOMS_AT_HAND } from '#lib/rooms/atHand.ts';
import { orFail } from '#lib/server/orFail.ts';
import { mayDo } from '#lib/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a report is about: a thing named by its id or tag, as far as the reader may know it. */
async function aboutOf(api: App.Locals['api'], named: string | null): Promise<About | undefined> {
  if (!named) return undefined;
  const part = encodeURIComponent(named);
  const answer = await api.get<EquipmentAnswer>(`/equipment/${part}`);
  if (answer.ok) {
    const { equipmentId, tag, name, roomId } = answer.value.equipment;
    return { equipmentId, tag, name, roomId };
  }
  const scan = await api.get<PublicScan>(`/scan/${part}`);
  if (!scan.ok) return undefined;
  return { equipmentId: null, tag: named, name: scan.value.name ?? '', roomId: null };
}

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { me } = await parent();
  if (!mayDo(me, 'openTicket')) error(404);
  const [rooms, categories, about] = await Promise.all([
    locals.api.get<Listed<RoomRow>>('/rooms', { status: 'Open', limit: ROOMS_AT_HAND }),
    locals.api.get<Listed<CategoryRow>>('/categories', { limit: 500 }),
    aboutOf(locals.api, url.searchParams.get('equipment')),
  ]);
  return { rooms: orFail(rooms).items, categories: orFail(categories).items, about };
};

/** Sends the photos of a report; gives those that were not taken. */
async function sendPhotos(
  api: App.Locals['api'],
  { id, key, photos }: { readonly id: string; readonly key: string; readonly photos: readonly File[] },
): Promise<readonly Untaken[]> {
  const untaken: Untaken[] = [];
  for (const [index, photo] of photos.slice(0, MOST_PHOTOS).entries()) {
    const image = new FormData();
    image.set('kind', 'problem');
    image.set('image', photo);
    const headers = { 'idempotency-key': `${key}-photo-${index}` };
    const answer = await api.post(`/tickets/${id}/images`, image, headers);
    if (!answer.ok) untaken.push({ name: photo.name, why: answer.problem });
  }
  for (const { name } of photos.slice(MOST_PHOTOS)) untaken.push({ name, why: 'oneTooMany' });
  return untaken;
}

/** Without JavaScript: the words and up to four photos in one form. */
export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const key = textOf(form, 'key') || newKey();
    const photos = form.getAll('photo').filter((it): it is File => it instanceof File && it.name !== '');
    for (const name of ['key', 'photo', 'categoryId', 'requesterId'])
      if (textOf(form, name) === '' || name === 'key') form.delete(name);
    const body = readInput(form, locals.reader.zone);
    const opened = await locals.api.post<TicketOpened>('/tickets', body, { 'idempotency-key': key });
    if (!opened.ok) return fail(opened.problem.status || 503, { problem: opened.problem, input: body });
    const { id, number } = opened.value;
    const untaken = await sendPhotos(locals.api, { id, key, photos });
    if (untaken.length > 0) return { arrived: { number, untaken } };
    redirect(303, `/tickets/${number}`);
  },
};
