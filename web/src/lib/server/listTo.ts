import type { Answer, Api, Query } from '#lib/api/request.ts';
import type { Listed } from '#lib/contract.ts';

/** The most that the API gives at once. */
const PAGE = 500;

/** A list from its beginning, as far as `count` rows: what a page shows after “show more”, in one piece. */
export async function listTo<R>(
  api: Pick<Api, 'get'>,
  path: string,
  { count, ...query }: Query & { readonly count: number },
): Promise<Answer<Listed<R>>> {
  const items: R[] = [];
  let cursor: string | null = null;
  for (;;) {
    const limit = Math.min(count - items.length, PAGE);
    const answer: Answer<Listed<R>> = await api.get<Listed<R>>(path, { ...query, cursor, limit });
    if (!answer.ok) return answer;
    items.push(...answer.value.items);
    cursor = answer.value.next;
    if (cursor === null || items.length >= count) return { ...answer, value: { ...answer.value, items } };
  }
}
