import type { Problem } from '#lib/contract.ts';

type Facts = NonNullable<Problem['facts']>;
type Refusal = NonNullable<Problem['rejection']>;

/** The tags, and how many there are beside them. */
function named({ tags, count }: Facts): string {
  const some = String(tags);
  const more = Number(count ?? 0) - some.split(', ').length;
  return more > 0 ? `${some} and ${more} more` : some;
}

/** Refusals that name what is in the way. */
export const namingRefusals: Partial<Record<Refusal, (facts: Facts) => string | undefined>> = {
  RoomOccupied: (facts) =>
    facts['tags'] ? `Still in this room: ${named(facts)}. Move it elsewhere first.` : undefined,
  LoansAwaited: (facts) =>
    facts['tags']
      ? `Lent from this room and not signed for yet: ${named(facts)}. Declined, it would come back here: check it in elsewhere, or wait for the signature.`
      : undefined,
  HasComponents: (facts) =>
    facts['tags'] ? `Fitted into this are ${named(facts)}; take them out first.` : undefined,
};
