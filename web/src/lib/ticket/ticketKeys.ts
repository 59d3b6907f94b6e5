import { goto } from '$app/navigation';
import type { CommandName } from '#lib/contract.ts';
import { isShortcut } from '#lib/shell/keys.ts';

interface Moves {
  answer(): void;
  note(): void;
  begin(command: CommandName): void;
  number(): number;
}

/** The keys of a ticket: c n a r h u. */
export function ticketKeys(moves: Moves): (event: KeyboardEvent) => void {
  const keys: Readonly<Record<string, () => void>> = {
    c: moves.answer,
    n: moves.note,
    a: () => moves.begin('assign'),
    r: () => moves.begin('resolve'),
    h: () => void goto(`/tickets/${moves.number()}/history`),
    u: () => history.back(),
  };
  return (event) => {
    const act = isShortcut(event) ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };
}
