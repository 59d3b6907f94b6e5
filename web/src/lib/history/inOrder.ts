/** Events by their places in the journal, the first first. */
export const inOrder = <E extends { readonly position: string }>(events: readonly E[]): readonly E[] =>
  [...events].sort((a, b) => Number(BigInt(a.position) - BigInt(b.position)));
