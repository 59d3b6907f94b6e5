import { number, plural } from './numbers.ts';

const fieldFaults: Readonly<Record<string, string>> = {
  missing: 'Fill this in.',
  notText: 'Enter words.',
  notNumber: 'Enter a number.',
  notDate: 'Enter a date.',
  notYesNo: 'Choose yes or no.',
  notAChoice: 'Choose one from the list.',
};

export const faults = {
  field: (fault: string) => fieldFaults[fault] ?? 'This is not valid.',
  missing: 'Fill this in.',
  tooShort: (least: number) => `Use at least ${plural(least, 'character', 'characters')}.`,
  tooLong: (most: number) => `Use at most ${plural(most, 'character', 'characters')}.`,
  tooSmall: (least: number) => `Enter ${number(least)} or more.`,
  tooBig: (most: number) => `Enter ${number(most)} or less.`,
  taken: 'This is taken already. Enter another.',
  email: 'Enter an email address, like name@example.org.',
  choose: 'Choose one from the list.',
  moment: 'Enter a date and a time.',
  pattern: 'Use letters, digits, spaces, - and _ only.',
};
