import type { Faults } from '#lib/forms/faults.ts';
import type { Input } from './readInput.ts';

/** What the fields of a command form need to know of it. */
export interface FormState {
  readonly sending: boolean;
  readonly faults: Faults;
  /** What was entered, where the server gives a refused form back. */
  readonly input: Input;
}
