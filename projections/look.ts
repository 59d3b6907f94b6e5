import type { Recorded } from '#eventstore/journal.ts';
import { knownNames, type KnownName } from './knownNames/projection.ts';
import { untyped, type Look, type Sight } from './projection.ts';
import { UNKNOWN } from './words.ts';

/** Names by id, with those of the batch that is being folded on top. */
export class Names {
  readonly #settled: Map<string, string>;
  #batch = new Map<string, string>();
  readonly look: Look;

  constructor(names: Iterable<readonly [id: string, name: string]> = []) {
    this.#settled = new Map(names);
    const find = ((id: string | null) =>
      id === null ? null : (this.#batch.get(id) ?? this.#settled.get(id) ?? UNKNOWN)) as Look['user'];
    this.look = { user: find, room: find, category: find };
  }

  fold(event: Recorded): void {
    const fold = untyped(knownNames).on[event.type] as
      ((row: null, event: Recorded, sight: Sight) => KnownName) | undefined;
    const known = fold?.(null, event, { look: this.look, key: event.entityId, rowOf: () => null });
    if (known) this.#batch.set(event.entityId, known.name);
  }

  /** Knows all that others, at the same position, know. */
  adopt(others: Names): void {
    for (const [id, name] of others.#settled) this.#settled.set(id, name);
  }

  settle(): void {
    for (const [id, name] of this.#batch) this.#settled.set(id, name);
    this.forget();
  }

  forget(): void {
    this.#batch = new Map();
  }
}
