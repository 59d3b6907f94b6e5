import { number, plural } from './numbers.ts';

export const board = {
  things: (count: number) => plural(count, 'thing', 'things'),
  nothing: 'Empty',
  lent: (count: number) => `${number(count)} lent`,
  missing: (count: number) => `${number(count)} missing`,
  noFloor: 'No floor',
  floor: (floor: string) => (/^-?\d/.test(floor) ? `Floor ${floor}` : floor),
  rooms: (count: number) => plural(count, 'room', 'rooms'),
  search: 'Search by room, building or floor',
  asOf: 'As of the end of',
  now: 'Back to now',
  asOfText: (day: string) => `This is how it stood at the end of ${day}.`,
};

export const roomContents = {
  title: 'In this room',
  empty: 'Nothing is in this room.',
  emptyThen: 'Nothing was in this room.',
  all: (shown: number) => `These are the first ${number(shown)}. See all in the register`,
  register: 'See them in the register',
  labels: 'Print labels for all',
  partOf: (tag: string) => `part of ${tag}`,
  stocktakes: 'Stock-takes',
  noStocktakes: 'There has been no stock-take in this room.',
  start: 'Start a stock-take',
  status: { Running: 'Running', Finished: 'Finished', Cancelled: 'Cancelled' },
  found: (found: number, expected: number) => `${number(found)} of ${number(expected)} found`,
  notExpected: (count: number) => `${number(count)} not expected here`,
  stillIn: (count: number) => `${plural(count, 'thing is', 'things are')} still in this room`,
  stillInText:
    'A room can be closed once it is empty. Move these somewhere else first; what is retired can be moved or disposed of:',
  more: (count: number) => `and ${number(count)} more`,
};

export const due = {
  title: 'What is due',
  lead: 'Loans, warranties and maintenance, what comes next first.',
  within: 'Within',
  days: (count: number) => plural(count, 'day', 'days'),
  loans: 'Loans to come back',
  noLoans: 'No loan is due.',
  warranties: 'Warranties that end',
  noWarranties: 'No warranty ends.',
  maintenance: 'Maintenance',
  noMaintenance: 'No maintenance is due.',
  count: (count: number, more: boolean) => (more ? `${number(count)} and more` : number(count)),
  overdue: (count: number) => `${plural(count, 'day', 'days')} overdue`,
  today: 'Today',
  tomorrow: 'Tomorrow',
  inDays: (count: number) => `In ${plural(count, 'day', 'days')}`,
  more: 'See the rest in the register',
};

export const exporting = {
  label: 'Export',
  labelOf: (list: string) => `Export “${list}”`,
  lead: 'As it is filtered now',
  delimiters: { ',': 'CSV with commas', ';': 'CSV with semicolons', '\t': 'CSV with tabs' },
  hints: {
    ',': 'for most programs',
    ';': 'for Excel where the comma is the decimal sign',
    '\t': 'for pasting',
  },
};
