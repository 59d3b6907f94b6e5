import { isOnControl, isShortcut } from '#lib/shell/keys.ts';

interface Moves {
  move(step: number): void;
  select(): void;
  assign(): void;
  resolve(): void;
  search(): void;
  escape(): void;
  open(): void;
}

/** The keys of the queue: j k x a r /, Enter, the arrows and Escape. */
export function queueKeys(moves: Moves): (event: KeyboardEvent) => void {
  const keys: Readonly<Record<string, () => void>> = {
    j: () => moves.move(1),
    k: () => moves.move(-1),
    x: moves.select,
    a: moves.assign,
    r: moves.resolve,
    '/': moves.search,
    Escape: moves.escape,
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
