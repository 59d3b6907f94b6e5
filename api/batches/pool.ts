interface Pool {
  readonly width: number;
  readonly goesOn?: () => boolean;
}

/**
 * Works through a list in order, `width` items at once; nothing more is begun once it does not go on, or one has
 * thrown. Throws what the first has thrown, once nothing is under way any more.
 */
export async function pooled<T>(
  items: readonly T[],
  { width, goesOn = () => true }: Pool,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const faults: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      await work(item, index).catch((fault: unknown) => faults.push(fault));
      if (faults.length > 0 || !goesOn()) return;
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  if (faults.length > 0) throw faults[0];
}
