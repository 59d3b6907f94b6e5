import type { Direction, Source } from '../store/cursor.ts';
import type { Range, Store } from '../store/store.ts';

export function allSource(store: Store, direction: Direction): Source {
  const read = direction === 'forwards' ? store.allForwards : store.allBackwards;
  return { read, keyOf: (record) => record.position, direction };
}

export function streamSource(store: Store, stream: number, direction: Direction): Source {
  const read = direction === 'forwards' ? store.streamForwards : store.streamBackwards;
  return { read: (range: Range) => read(stream, range), keyOf: (record) => record.revision, direction };
}
