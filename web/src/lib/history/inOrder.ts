/** Events of one record, the first first. */
export const inOrder = <E extends { readonly revision: string }>(events: readonly E[]): readonly E[] =>
  [...events].sort((a, b) => Number(BigInt(a.revision) - BigInt(b.revision)));
