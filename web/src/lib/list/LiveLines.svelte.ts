import type { Listed } from '#lib/contract.ts';
import { Lines } from './lines.ts';
import type { Line, Order, Positioned } from './order.ts';

const GLOW_MS = 2_400;
export const isGlowing = ({ changedAt }: Pick<Line<unknown>, 'changedAt'>): boolean =>
  Date.now() - changedAt < GLOW_MS;

/** The lines of a list for the screen: drawn again whenever they have changed. */
export class LiveLines<R extends Positioned> {
  /** What the list was asked for with. */
  readonly query: Readonly<Record<string, string>>;
  readonly order: Order<R>;
  readonly #lines: Lines<R>;
  #version = $state(0);

  constructor(page: Listed<R>, query: Readonly<Record<string, string>>, order: Order<R>) {
    this.query = query;
    this.order = order;
    this.#lines = new Lines(order);
    this.#lines.reset(page);
  }

  get #seen(): Lines<R> {
    void this.#version;
    return this.#lines;
  }
  get length(): number {
    return this.#seen.length;
  }
  get incoming(): number {
    return this.#seen.incoming;
  }
  get displaced(): number {
    return this.#seen.displaced;
  }
  get next(): string | null {
    return this.#seen.next;
  }
  get position(): string {
    return this.#lines.position;
  }
  slice(from: number, to: number): readonly Line<R>[] {
    return this.#seen.slice(from, to);
  }
  at(index: number): R | undefined {
    return this.slice(index, index + 1)[0]?.row;
  }
  find(key: string): R | undefined {
    return this.#lines.find(key);
  }

  reset(page: Listed<R>): void {
    this.#lines.reset(page);
    this.#version++;
  }
  append(page: Listed<R>): void {
    this.#lines.append(page);
    this.#version++;
  }
  /** Takes in a changed row; `settle`: nobody is reading, so let it in, out or move at once. */
  change(row: R, settle: boolean): void {
    this.#lines.change(row);
    if (settle) this.#lines.settle();
    this.#version++;
  }
  /** Takes in the beginning of the list as the server has it now. */
  reconcile(page: Listed<R>): void {
    this.#lines.reconcile(page);
    this.#version++;
  }
  settle(): void {
    this.#lines.settle();
    this.#version++;
  }
}
