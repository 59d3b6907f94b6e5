import type { CommandName } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';

export type ActionName = CommandName & keyof Messages['actions'];

/** What moves a ticket on, the most likely first. */
export const leading: readonly ActionName[] = [
  'accept',
  'resume',
  'resolve',
  'putOnHold',
  'close',
  'reopen',
  'unmerge',
];
export const further: readonly ActionName[] = ['assign', 'unassign', 'reject', 'cancel', 'merge'];

/** Those that ask for nothing more. */
export const direct: readonly ActionName[] = ['accept', 'resume', 'close', 'unassign', 'unmerge'];

/** Those with a form of their own in a dialog; assigning is done in the facts. */
export const asking: readonly ActionName[] = ['resolve', 'putOnHold', 'reopen', 'reject', 'cancel', 'merge'];
