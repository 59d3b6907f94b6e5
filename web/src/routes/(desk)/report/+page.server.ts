import { error, fail, redirect } from '@sveltejs/kit';
import { newKey } from '#lib/commands/give.ts';
import { readInput } from '#lib/commands/readInput.ts';
import type { CategoryRow, Listed, RoomRow, TicketOpened } from '#lib/contract.ts';
import { textOf } from '#lib/forms/fields.ts';
import { orFail } from '#lib/server/orFail.ts';
import { mayDo } from '#lib/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { me } = await parent();
  if (!mayDo(me, 'openTicket')) error(404);
  const [rooms, categories] = await Promise.all([
    locals.api.get<Listed<RoomRow>>('/rooms', { status: 'Open', limit: 500 }),
    locals.api.get<Listed<CategoryRow>>('/categories', { limit: 500 }),
  ]);
  return { rooms: orFail(rooms).items, categories: orFail(categories).items };
};

const MOST_PHOTOS = 4;

/** Without JavaScript: the words and up to four photos in one form. */
export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const key = textOf(form, 'key') || newKey();
    const photos = form.getAll('photo').filter((it) => it instanceof File && it.size > 0);
    for (const name of ['key', 'photo', 'categoryId', 'requesterId'])
      if (textOf(form, name) === '' || name === 'key') form.delete(name);
    const body = readInput(form, locals.reader.zone);
    const opened = await locals.api.post<TicketOpened>('/tickets', body, { 'idempotency-key': key });
    if (!opened.ok) return fail(opened.problem.status || 503, { problem: opened.problem, input: body });
    for (const [index, photo] of photos.slice(0, MOST_PHOTOS).entries()) {
      const image = new FormData();
      image.set('kind', 'problem');
      image.set('image', photo);
      const headers = { 'idempotency-key': `${key}-photo-${index}` };
      await locals.api.post(`/tickets/${opened.value.id}/images`, image, headers);
    }
    redirect(303, `/tickets/${opened.value.number}`);
  },
};
