interface Said {
  /** RFC 3339. */
  readonly occurredAt: string;
  /** Of the event that said it, in decimal. */
  readonly position: string;
}

/** By when it happened: what is told later may have happened before. At one moment, as it was recorded. */
export const inOrder = <S extends Said>(said: Iterable<S>): S[] =>
  Array.from(said, (one) => ({ one, at: Date.parse(one.occurredAt), position: BigInt(one.position) }))
    .sort((a, b) => a.at - b.at || Number(a.position - b.position))
    .map(({ one }) => one);
