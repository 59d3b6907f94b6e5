import { Feed, type Source } from './Feed.svelte.ts';
import { listKeys, type Moves } from './listKeys.ts';
import type { LiveLines } from './LiveLines.svelte.ts';
import type { Positioned } from './order.ts';
import { Selection } from './Selection.svelte.ts';

/** The table on the screen, while there is one. */
interface Table {
  readonly isIdle: () => boolean;
  readonly toTop: () => void;
  readonly show: (index: number) => void;
}

interface Browsed<R extends Positioned> {
  readonly source: Source;
  readonly list: () => LiveLines<R>;
  /** Whether lines can be ticked. */
  readonly selectable: boolean;
}

interface Keys<R> extends Pick<Moves, 'search' | 'more'> {
  readonly open: (row: R) => void;
}

/** Somebody going through a list: the line they are at, what they have ticked, and what comes in meanwhile. */
export class Browsing<R extends Positioned> {
  readonly selection = new Selection();
  readonly feed: Feed<R>;
  readonly selectable: boolean;
  /** The line under the cursor; -1: none. */
  active = $state(-1);
  table = $state.raw<Table>();
  readonly #list: () => LiveLines<R>;

  constructor({ source, list, selectable }: Browsed<R>) {
    this.#list = list;
    this.selectable = selectable;
    this.feed = new Feed(source, list, () => this.table?.isIdle() ?? false);
  }

  get list(): LiveLines<R> {
    return this.#list();
  }
  get #current(): R | undefined {
    return this.list.at(this.active);
  }

  /** What a batch is for, by id: the ticked lines, else the one under the cursor. */
  chosen(): readonly string[] {
    const row = this.#current;
    if (this.selection.ids.size > 0) return [...this.selection.ids];
    return row ? [this.list.order.keyOf(row)] : [];
  }

  readonly showChanges = (): void => {
    this.list.settle();
    this.table?.toTop();
  };

  keys({ open, ...others }: Keys<R>): (event: KeyboardEvent) => void {
    return listKeys({
      ...others,
      move: (step) => this.#move(step),
      select: () => this.#select(),
      open: () => {
        if (this.#current) open(this.#current);
      },
      escape: () => {
        this.selection.clear();
        this.active = -1;
      },
    });
  }

  #move(step: number): void {
    const last = this.list.length - 1;
    if (last >= 0) this.table?.show(Math.max(0, Math.min(last, this.active + step)));
  }
  #select(): void {
    const row = this.#current;
    if (this.selectable && row) this.selection.toggle(this.list.order.keyOf(row));
  }
}
