import type { Faults } from '#lib/forms/faults.ts';

/** What the fields of a command form need to know of it. */
export interface FormState {
  readonly sending: boolean;
  readonly faults: Faults;
}
