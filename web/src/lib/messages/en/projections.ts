import type { Problem } from '#lib/contract.ts';
import { common } from './common.ts';
import { number, plural } from './numbers.ts';

interface Named {
  readonly title: string;
  /** Which screens read it. */
  readonly read: string;
}

const tables: Readonly<Record<string, Named>> = {
  users: { title: 'People', read: 'The list of people, their pages, and names everywhere' },
  rooms: { title: 'Rooms', read: 'The board of rooms, and every choice of a room' },
  categories: { title: 'Categories', read: 'The tree of categories and their custom fields' },
  ticket_queue: { title: 'Queue', read: 'The queue with its counts, and the list of own tickets' },
  ticket_page: { title: 'Tickets', read: 'The page of a ticket and its history' },
  ticket_conversation: { title: 'Conversations', read: 'What is said on tickets' },
  equipment_register: { title: 'Equipment', read: 'The register, the page of a thing and its history' },
  stocktakes: { title: 'Stock-takes', read: 'The list of stock-takes and what they found' },
  stocktake_scans: { title: 'Scans', read: 'What was scanned in stock-takes' },
  batches: { title: 'Batches', read: 'What was done to many at once' },
  settings: { title: 'Settings', read: 'Terms of lending, and what visitors see' },
};

export const projections = {
  title: 'Projections',
  lead: 'The tables that the screens read. Each is made from the journal and can be made anew from it; nothing is lost by that.',
  table: (name: string): Named => tables[name] ?? { title: name, read: '' },
  empty: 'There are no tables yet. They appear as soon as they are being made.',
  upToDate: (others: boolean) => `All ${others ? 'other ' : ''}tables are up to date.`,
  behind: (positions: number) =>
    `The tables are ${plural(positions, 'position', 'positions')} behind the journal.`,
  stopped: (tables: number) => `${plural(tables, 'table has', 'tables have')} stopped at a fault.`,
  stoppedText:
    'What such a table shows is as old as the position at which it stopped; the others go on. Make it anew once the cause is mended.',
  end: (position: number) => `The journal ends at position ${number(position)}.`,
  states: {
    active: 'In use',
    behind: 'Behind',
    building: 'Being made',
    waiting: 'Waiting for its turn',
    faulted: 'Stopped',
  },
  version: 'Version',
  position: 'Position',
  lag: 'Behind by',
  fault: (position: number) => `Stopped at position ${number(position)}`,
  progress: (position: number, end: number) =>
    position >= end
      ? 'Made; its indexes and its place are next'
      : `Being made: position ${number(position)} of ${number(end)}`,
  anew: 'Make anew',
  anewOf: (table: string) => `Make anew: ${table}`,
  anewTitle: (table: string) => `Make “${table}” anew?`,
  anewText:
    'It is made from the first event of the journal, beside the table in use, and then takes its place. Screens go on meanwhile. With a long journal this can take minutes and slows the desk a little.',
  refused: (problem: Problem) =>
    problem.type === '/problems/unavailable' && problem.status === 503
      ? 'The process that answered does not make the tables, or they are not up to date yet. Try again in a moment.'
      : common.problem(problem),
  begun: (table: string) => `“${table}” is being made anew.`,
  done: (table: string) => `“${table}” has been made anew.`,
};
