import type { BatchAction } from '#lib/contract.ts';
import { number, plural } from './numbers.ts';

const things = (count: number) => plural(count, 'thing', 'things');

const actions: Readonly<Record<BatchAction, (count: number) => string>> = {
  moveEquipment: (count) => `Moved ${things(count)}`,
  checkInEquipment: (count) => `Checked in ${things(count)}`,
  printLabels: (count) => `Printed labels for ${things(count)}`,
  retireEquipment: (count) => `Retired ${things(count)}`,
  importEquipment: (count) => `Imported ${things(count)}`,
  importUsers: (count) => `Imported ${plural(count, 'person', 'people')}`,
  importRooms: (count) => `Imported ${plural(count, 'room', 'rooms')}`,
  importCategories: (count) => `Imported ${plural(count, 'category', 'categories')}`,
};

export const batches = {
  title: 'Batches',
  lead: 'What was done to many at once. A batch can be taken back as a whole.',
  empty: 'Nothing has been done in bulk yet.',
  what: (action: BatchAction, size: number) => actions[action](size),
  status: { Running: 'Running', Stopped: 'Stopped', Finished: 'Done', TakenBack: 'Taken back' },
  failed: (failed: number) => `${number(failed)} refused`,
  facts: {
    by: 'By',
    started: 'Started',
    ended: 'Ended',
    takenBack: 'Taken back',
    kept: 'Changed since, and kept',
    size: 'Asked for',
    done: 'Done',
    failed: 'Refused',
  },
  changed: 'What it changed',
  changedMore: (count: number) => `and ${number(count)} more`,
  nothingChanged: 'It changed nothing.',
  nothingYet: 'It has changed nothing yet.',
  stop: 'Stop it here',
  stopText: 'The rest is left undone. What is done stays, and can then be taken back.',
  takeBack: 'Take the whole batch back',
  takeBackTitle: 'Take it all back?',
  takeBackText:
    'Everything goes back to how it was before. What somebody has changed since stays as it is. The history keeps both.',
  takingBack: (done: number, total: number) => `Taking back: ${number(done)} of ${number(total)}`,
  tookBack: (count: number) => `${plural(count, 'change was', 'changes were')} taken back.`,
  left: (count: number) =>
    `${plural(count, 'change', 'changes')} could not be taken back yet. Take the batch back once more when nothing stands in the way.`,
  kept: (count: number) =>
    `${plural(count, 'was', 'were')} changed by somebody since and ${count === 1 ? 'stays as it is' : 'stay as they are'}.`,
};
