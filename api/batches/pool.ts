/** Works through a list in order, `width` items at once; nothing more is begun once it does not go on. */
export async function pooled<T>(
  items: readonly T[],
  { width, goesOn = () => true }: { readonly width: number; readonly goesOn?: () => boolean },
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      await work(item, index);
      if (!goesOn()) return;
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}
