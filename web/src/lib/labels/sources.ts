export const sources = ['chosen', 'room', 'unlabelled', 'search'] as const;
export type Source = (typeof sources)[number];

/** Where the things come from, as the address of the page tells it. */
export function sourceOf(search: Pick<URLSearchParams, 'has'>): Source {
  if (search.has('q')) return 'search';
  return sources.find((source) => search.has(source)) ?? 'search';
}
