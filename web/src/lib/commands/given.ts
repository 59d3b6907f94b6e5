import { page } from '$app/state';
import { createContext } from 'svelte';
import type { Problem } from '#lib/contract.ts';
import type { Input } from './readInput.ts';

/** What a page shows of a command form that the server answered, where there is no JavaScript. */
export interface Given {
  readonly command: string;
  readonly problem?: Problem;
  readonly input?: Input;
}

const given = (): Given | undefined => (page.form as { given?: Given } | null)?.given;

/** The refused form of a command, if that is what the page answers. */
export function refusedForm(command: string | undefined): Given | undefined {
  const it = given();
  return it?.problem && it.command === command ? it : undefined;
}

/**
 * Is the form of this command to be open: asked for in the address, or just refused? Kept in a derived value of its own,
 * a form that somebody has closed stays closed when the page is loaded again.
 */
export const isAsked = (command: string): boolean =>
  page.url.searchParams.get('do') === command || refusedForm(command) !== undefined;

/** The command whose form is to be open. */
export function askedCommand(): string | null {
  const it = given();
  return page.url.searchParams.get('do') ?? (it?.problem ? it.command : null);
}

const [readInput, provideInput, hasInput] = createContext<Input>();
export { provideInput };

/** What was entered in a field of the form around it, where the server gives that form back. */
export function entered(name: string): string | undefined {
  if (!hasInput()) return undefined;
  let value: unknown = readInput();
  for (const part of (name.split(':')[0] ?? '').split('.'))
    value = typeof value === 'object' && value !== null ? (value as Input)[part] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
