import { equipmentFields } from './happenings.ts';
import { settingsFields } from './settings.ts';

const fields: Readonly<Record<string, string>> = {
  ...equipmentFields,
  ...settingsFields,
  assignee: 'Assignee',
  category: 'Category',
  channel: 'Came by',
  checklist: 'Checklist',
  choices: 'Choices',
  closedAt: 'Closed at',
  comment: 'Text',
  comments: 'Answers',
  department: 'Department',
  description: 'Description',
  email: 'Email address',
  equipment: 'Equipment',
  fields: 'Fields',
  image: 'Image',
  images: 'Images',
  internalNotes: 'Internal notes',
  into: 'Merged into',
  itemId: 'Item',
  kind: 'Kind',
  locale: 'Language',
  mergedFrom: 'Merged into this',
  mergedInto: 'Merged into',
  minutes: 'Minutes',
  minutesWorked: 'Minutes worked',
  name: 'Name',
  note: 'Note',
  number: 'Number',
  openedAt: 'Opened at',
  parent: 'Below',
  pendingReason: 'Waiting for',
  pendingUntil: 'Until',
  phone: 'Phone',
  priority: 'Priority',
  rating: 'Rating',
  ratingComment: 'Comment',
  reason: 'Reason',
  related: 'Related ticket',
  requester: 'Requester',
  resolution: 'Resolution',
  resolvedAt: 'Resolved at',
  role: 'Role',
  room: 'Room',
  score: 'Score',
  status: 'Status',
  tag: 'Tag',
  tags: 'Tags',
  text: 'Item',
  ticked: 'Done',
  title: 'Title',
  until: 'Until',
  updatedAt: 'Updated at',
  urgency: 'Urgency',
  visibility: 'Who can read it',
  watcher: 'Watcher',
  watchers: 'Watchers',
  building: 'Building',
  floor: 'Floor',
};

export const spaced = (name: string): string => {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** `checklist.<text>` and `fields.<key>` name one of several. */
export function fieldName(name: string): string {
  if (name.startsWith('checklist.')) return name.slice('checklist.'.length);
  return fields[name] ?? spaced(name.replace(/^fields\./, ''));
}
