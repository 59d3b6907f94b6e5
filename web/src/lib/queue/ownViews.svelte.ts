import { filtersOf, queryOf, type Filters } from './filters.ts';

export interface OwnView {
  readonly name: string;
  readonly filters: Filters;
}

interface Stored {
  readonly name: string;
  readonly query: Record<string, string>;
}

const KEY = 'daybook.views';

/** Views that a person keeps on this device. */
export class OwnViews {
  list = $state<readonly OwnView[]>([]);

  load(): void {
    try {
      const stored = JSON.parse(localStorage.getItem(KEY) ?? '[]') as Stored[];
      this.list = stored.map(({ name, query }) => ({ name, filters: filtersOf(new URLSearchParams(query)) }));
    } catch {
      this.list = [];
    }
  }

  save(name: string, filters: Filters): void {
    this.#keep([...this.list.filter((view) => view.name !== name), { name, filters }]);
  }

  forget(name: string): void {
    this.#keep(this.list.filter((view) => view.name !== name));
  }

  #keep(list: readonly OwnView[]): void {
    this.list = list;
    const stored: Stored[] = list.map((view) => ({ name: view.name, query: queryOf(view.filters) }));
    localStorage.setItem(KEY, JSON.stringify(stored));
  }
}

export const ownViews = new OwnViews();
