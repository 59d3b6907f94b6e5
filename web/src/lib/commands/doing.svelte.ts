import { askedCommand } from './given.ts';
import { createContext } from 'svelte';

/** Which command's form is open. In the address as `?do=`, so that it opens without JavaScript too. */
export class Doing {
  now = $state<string | null>(askedCommand());

  /** For the click on a link `?do=command`. */
  readonly begin = (command: string) => (event?: Event) => {
    event?.preventDefault();
    this.now = command;
  };
  readonly end = () => {
    this.now = null;
  };
}

export const [useDoing, provideDoing] = createContext<Doing>();
