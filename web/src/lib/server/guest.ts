import { redirect } from '@sveltejs/kit';

export interface Setup {
  /** True only while nobody has an account. */
  readonly needed: boolean;
  /** May people make accounts of their own? */
  readonly registration?: boolean;
}

export async function setupOf(locals: App.Locals): Promise<Setup> {
  const answer = await locals.api.get<Setup>('/auth/setup');
  return answer.ok ? answer.value : { needed: false };
}

/** Sends people who are signed in on their way. */
export function onlyGuests(me: unknown, to = '/'): void {
  if (me) redirect(303, to);
}
