import { plural } from './numbers.ts';

export const home = {
  greeting: (name: string) => `Hello, ${name}`,
  lead: 'What can we help you with?',
  reportHint: 'Something is broken, missing or does not work.',
  scan: 'Scan a label',
  scanHint: 'See what it is and report a problem with it.',
  openTickets: 'Open',
  doneTickets: 'Done',
  seeAll: 'All my tickets',
  noTickets: 'You have not reported anything yet.',
  nothingOpen: 'Nothing open.',
  waitingForYou: (count: number) => `${plural(count, 'ticket needs', 'tickets need')} an answer from you`,
  updated: 'updated',
  more: 'Show more',
};
