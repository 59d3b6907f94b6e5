import { error, fail, redirect } from '@sveltejs/kit';
import type { Given } from '#lib/commands/given.ts';
import { newKey } from '#lib/commands/give.ts';
import type { BatchAction, BatchRow, CommandName, ImportAnswer, ImportKind, Listed } from '#lib/contract.ts';
import { importKinds } from '#lib/imports/templates.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import { mayDo } from '#lib/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

const COLUMN = 'column:';
const SHOWN = 30;
const batchOf: Record<ImportKind, BatchAction> = {
  equipment: 'importEquipment',
  rooms: 'importRooms',
  categories: 'importCategories',
  users: 'importUsers',
};
/** Whoever may make one by hand may import many. */
const making: Record<ImportKind, CommandName> = {
  equipment: 'registerEquipment',
  rooms: 'openRoom',
  categories: 'createCategory',
  users: 'registerUser',
};

export const load: PageServerLoad = async ({ locals, parent, depends }) => {
  depends('daybook:batches');
  const { me } = await parent();
  onlyStaff(me);
  const [first, ...rest] = importKinds.filter((kind) => mayDo(me, making[kind]));
  if (!first) error(404);
  const kinds = [first, ...rest] as const;
  const lists = await Promise.all(
    kinds.map((kind) =>
      locals.api.get<Listed<BatchRow>>('/batches', { action: batchOf[kind], limit: SHOWN }),
    ),
  );
  const earlier = lists
    .flatMap((list) => orFail(list).items)
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
    .slice(0, SHOWN);
  return { kinds, earlier };
};

/** The form as the API takes it: what each column fills as one field. */
function asAsked(form: FormData): FormData {
  const mapping = [...form].filter(([name]) => name.startsWith(COLUMN));
  for (const [name] of mapping) form.delete(name);
  const told = mapping.map(([name, field]) => [name.slice(COLUMN.length), field]);
  if (told.length > 0) form.set('mapping', JSON.stringify(Object.fromEntries(told)));
  // Nobody said how numbers are written: that is for the file to tell.
  if (form.get('decimal') === '') form.delete('decimal');
  return form;
}

export const actions: Actions = {
  check: async ({ locals, request }) => {
    const form = asAsked(await request.formData());
    const key = { 'idempotency-key': newKey() };
    const answer = await locals.api.post<ImportAnswer>('/imports', form, key);
    if (answer.ok) redirect(303, `/imports/${answer.value.importId}`);
    const given = { command: 'checkImport', problem: answer.problem } satisfies Given;
    return fail(answer.problem.status || 503, { given });
  },
};
