import { isOnControl, isShortcut } from '#lib/shell/keys.ts';

export interface Moves {
  move(step: number): void;
  select(): void;
  search(): void;
  escape(): void;
  open(): void;
  /** Further keys of one list. */
  readonly more?: Readonly<Record<string, () => void>>;
}

/** The keys of a list: j k x /, Enter, the arrows and Escape. */
export function listKeys(moves: Moves): (event: KeyboardEvent) => void {
  const keys: Readonly<Record<string, () => void>> = {
    j: () => moves.move(1),
    k: () => moves.move(-1),
    x: moves.select,
    '/': moves.search,
    Escape: moves.escape,
    ...moves.more,
  };
  /** What these keys do already on a link or button goes before. */
  const onFree: Readonly<Record<string, () => void>> = {
    Enter: moves.open,
    ArrowDown: () => moves.move(1),
    ArrowUp: () => moves.move(-1),
  };
  const isFree = (event: KeyboardEvent) =>
    !isOnControl(event) ||
    (event.key !== 'Enter' &&
      event.target instanceof Element &&
      event.target.closest('[data-row-link]') !== null);
  return (event) => {
    if (!isShortcut(event)) return;
    const act = keys[event.key] ?? (isFree(event) ? onFree[event.key] : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  };
}
