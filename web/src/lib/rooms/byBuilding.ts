interface Placed {
  readonly name: string;
  readonly building: string;
  readonly floor: string;
}

const names = new Intl.Collator(undefined, { numeric: true });

const grouped = <R>(items: readonly R[], keyOf: (item: R) => string) =>
  [...Map.groupBy(items, keyOf)].sort(
    ([a], [b]) => Number(a === '') - Number(b === '') || names.compare(a, b),
  );

/** Rooms under their buildings and floors, all in order of their names; those without one come last. */
export const byBuilding = <R extends Placed>(rooms: readonly R[]) =>
  grouped(rooms, ({ building }) => building).map(([building, inside]) => ({
    building,
    rooms: inside,
    floors: grouped(inside, ({ floor }) => floor).map(([floor, there]) => ({
      floor,
      rooms: there.toSorted((a, b) => names.compare(a.name, b.name)),
    })),
  }));
