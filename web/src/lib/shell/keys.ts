const typing = 'input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"]';

/** May a single key be a command now: not while somebody types, nor under an open dialog. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.target instanceof Element && event.target.closest(typing)) return false;
  return document.querySelector('dialog:modal') === null;
}

/** Does Enter already mean something to what has the focus? */
export const isOnControl = (event: KeyboardEvent): boolean =>
  event.target instanceof Element && event.target.closest('a, button, summary') !== null;
