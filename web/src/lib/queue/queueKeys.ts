import { isOnControl, isShortcut } from '#lib/shell/keys.ts';

interface Moves {
  move(step: number): void;
  select(): void;
  assign(): void;
  resolve(): void;
  search(): void;
  escape(): void;
}

/** The keys of the queue: j k x a r / and Escape. Enter is the link of the line itself. */
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
  const arrows: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moves.move(1),
    ArrowUp: () => moves.move(-1),
  };
  const onRow = (event: KeyboardEvent) =>
    event.target instanceof Element && event.target.closest('[data-row-link]') !== null;
  return (event) => {
    if (!isShortcut(event)) return;
    const arrow = arrows[event.key];
    const act = arrow && (onRow(event) || !isOnControl(event)) ? arrow : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
