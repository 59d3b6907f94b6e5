import type {
  Condition,
  Disposal,
  EquipmentImageKind,
  RepairOutcome,
  Repetition,
  Stage,
} from '#lib/contract.ts';
import { number, plural } from './numbers.ts';

const stages: Record<Stage, string> = {
  InStock: 'In stock',
  CheckedOut: 'Checked out',
  InRepair: 'In repair',
  Missing: 'Missing',
  Retired: 'Retired',
  Disposed: 'Disposed of',
  Withdrawn: 'Withdrawn',
};
const conditions: Record<Condition, string> = { new: 'New', good: 'Good', worn: 'Worn', damaged: 'Damaged' };
const disposals: Record<Disposal, string> = {
  sold: 'Sold',
  donated: 'Donated',
  recycled: 'Recycled',
  destroyed: 'Destroyed',
  returned: 'Returned to its owner',
  lost: 'Lost',
};
const outcomes: Record<RepairOutcome, string> = {
  repaired: 'Repaired',
  replaced: 'Replaced',
  notRepairable: 'Cannot be repaired',
  noFaultFound: 'No fault found',
};
const imageKinds: Record<EquipmentImageKind, string> = {
  photo: 'Photo',
  document: 'Document',
  damage: 'Damage',
};
const units: Record<Repetition['unit'], [string, string]> = {
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  year: ['year', 'years'],
};

/** `6 month` as the history tells a repetition. */
function everyText(text: string): string | undefined {
  const [every, unit] = text.split(' ');
  const known = Object.keys(units).find((it): it is Repetition['unit'] => it === unit);
  return known ? equipment.every({ every: Number(every), unit: known }) : undefined;
}

export const equipment = {
  everyText,
  title: 'Equipment',
  stages,
  conditions,
  disposals,
  outcomes,
  imageKinds,
  units,
  every: ({ every, unit }: Repetition) =>
    every === 1 ? `Every ${units[unit][0]}` : `Every ${every} ${units[unit][1]}`,
  shown: (shown: number, total: number | undefined) =>
    total === undefined ? `${number(shown)} shown` : plural(total, 'thing', 'things'),
  inUse: 'In use',
  everything: 'Everything',
  add: 'Register',
  addTitle: 'Register a thing',
  addLead: 'It starts in stock, in the room that you choose.',
  registered: (tag: string) => `${tag} was registered.`,
  searchLabel: 'Search equipment',
  searchPlaceholder: 'Words, tag or serial',
  columns: {
    tag: 'Tag',
    stage: 'Stage',
    name: 'Name',
    category: 'Category',
    place: 'Where or who',
    due: 'Due',
    maker: 'Maker',
    model: 'Model',
    serial: 'Serial',
    condition: 'Condition',
    warranty: 'Warranty',
    maintenance: 'Maintenance',
    sighted: 'Last seen',
    label: 'Label',
    updated: 'Updated',
  },
  chooseColumns: 'Columns',
  usualColumns: 'The usual ones',
  sorts: {
    tag: 'Tag',
    '-tag': 'Tag, last first',
    name: 'Name',
    '-name': 'Name, last first',
    '-updatedAt': 'Last change, newest first',
    updatedAt: 'Last change, oldest first',
    dueOn: 'Due, soonest first',
    '-dueOn': 'Due, latest first',
    warrantyUntil: 'Warranty, ends soonest',
    '-warrantyUntil': 'Warranty, ends latest',
    maintenanceDueOn: 'Maintenance, soonest first',
    '-maintenanceDueOn': 'Maintenance, latest first',
  },
  filters: {
    stage: 'Stage',
    room: 'Room',
    holder: 'Who has it',
    category: 'Category',
    host: 'Part of',
    acceptance: 'Signature',
    dueBefore: 'Due',
    warrantyBefore: 'Warranty',
    maintenanceBefore: 'Maintenance',
    labelled: 'Label',
  },
  awaiting: 'Waits for a signature',
  unlabelled: 'No label yet',
  labelled: 'Has a label',
  before: (day: string) => `before ${day}`,
  presets: {
    overdue: 'Overdue',
    week: 'Within 7 days',
    month: 'Within 30 days',
    quarter: 'Within 90 days',
    ended: 'Ended',
  },
  select: (tag: string) => `Select ${tag}`,
  empty: 'No equipment matches these filters.',
  emptyAll: 'Nothing is registered yet. Register the first thing, or import a list.',
  import: 'Import a list',
  left: 'left this list',
  loadFailed: 'More equipment could not be loaded.',
  me: 'Me',
  nowhere: 'Nowhere',
  partOf: (tag: string) => `Part of ${tag}`,
  overdue: 'Overdue',
  bulk: {
    move: 'Move…',
    checkIn: 'Check in…',
    label: 'Print labels',
    retire: 'Retire…',
    moveTitle: (count: number) => `Move ${plural(count, 'thing', 'things')}`,
    checkInTitle: (count: number) => `Check in ${plural(count, 'thing', 'things')}`,
    retireTitle: (count: number) => `Retire ${plural(count, 'thing', 'things')}`,
    done: (count: number) => `${plural(count, 'thing was', 'things were')} changed.`,
    failed: (tag: string, why: string) => `${tag}: ${why}`,
    failedMore: (count: number) => `and ${plural(count, 'more was', 'more were')} not changed.`,
    undo: 'Undo',
    undone: (count: number) => `${plural(count, 'thing is', 'things are')} as before.`,
    kept: (count: number) => `${plural(count, 'thing was', 'things were')} changed since and stayed so.`,
  },
};
