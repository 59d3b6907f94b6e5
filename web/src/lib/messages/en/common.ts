import type { Problem, ProblemName } from '#lib/contract.ts';
import { namingRefusals } from './refusals.ts';

const problems: Partial<Record<ProblemName, string>> = {
  'signed-out': 'You have been signed out. Sign in again; what you wrote is kept.',
  'not-found': 'This is not here, or it is not yours to see.',
  'too-many': 'That was too often in a short time. Wait a minute and try again.',
  'too-large': 'This file is too large. Images can be up to 8 MB.',
  'not-an-image': 'This file is not an image that the desk can show (JPEG, PNG, WebP or GIF).',
  behind: 'The desk is catching up. Try again in a moment.',
  'timed-out': 'The desk took too long to answer. Try again.',
  fault: 'Something went wrong at our end. Try again; if it stays so, tell your administrator.',
};

export const common = {
  product: 'Daybook',
  skipToContent: 'Skip to content',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  change: 'Change',
  add: 'Add',
  remove: 'Remove',
  search: 'Search',
  loading: 'Loading…',
  none: 'None',
  optional: 'optional',
  yes: 'Yes',
  no: 'No',
  more: 'More',
  back: 'Back',
  tryAgain: 'Try again',
  nobody: 'Nobody',
  thereIsAProblem: 'There is a problem',
  unreachable: 'The desk cannot be reached. Check your connection and try again.',
  problem: ({ type, status, detail, rejection, facts }: Problem): string => {
    if (status === 0) return common.unreachable;
    const naming = rejection && facts && namingRefusals[rejection]?.(facts);
    if (naming) return naming;
    const name = type.replace('/problems/', '') as ProblemName;
    return problems[name] ?? detail;
  },
  title: (screen: string) => `${screen} · Daybook`,
  count: (count: number) => new Intl.NumberFormat('en').format(count),
};
