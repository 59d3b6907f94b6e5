import type { Channel, ImageKind, Priority, Role, TicketStatus, Urgency } from '#lib/contract.ts';
import { plural } from './numbers.ts';

const status: Record<TicketStatus, string> = {
  New: 'New',
  Open: 'Open',
  Pending: 'Pending',
  Resolved: 'Resolved',
  Closed: 'Closed',
  Rejected: 'Rejected',
  Cancelled: 'Cancelled',
  Merged: 'Merged',
};
const priority: Record<Priority, string> = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' };
const urgency: Record<Urgency, string> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
  critical: 'Critical',
};
const urgencyInPlainWords: Record<Urgency, { label: string; hint: string }> = {
  low: { label: 'It can wait', hint: 'A wish, or a small thing that does not keep me from working.' },
  normal: { label: 'It gets in my way', hint: 'I can work, but not as I should.' },
  high: { label: 'I cannot do my work', hint: 'Something that I need today does not work.' },
  critical: {
    label: 'Many people cannot work',
    hint: 'A class, a department or the whole house stands still.',
  },
};
const channel: Record<Channel, string> = {
  portal: 'Portal',
  technician: 'Technician',
  mail: 'Mail',
  scan: 'Scan',
  api: 'API',
};
const role: Record<Role, string> = {
  requester: 'Requester',
  technician: 'Technician',
  auditor: 'Auditor',
  admin: 'Administrator',
};
const imageKind: Record<ImageKind, string> = { problem: 'Problem', before: 'Before', after: 'After' };

export const ticket = {
  status,
  priority,
  urgency,
  urgencyInPlainWords,
  channel,
  role,
  imageKind,
  number: (number: number) => `#${number}`,
  title: 'Title',
  statusLabel: 'Status',
  priorityLabel: 'Priority',
  urgencyLabel: 'Urgency',
  requester: 'Requester',
  assignee: 'Assignee',
  room: 'Room',
  category: 'Category',
  tags: 'Tags',
  opened: 'Opened',
  updated: 'Updated',
  description: 'Description',
  unassigned: 'Nobody',
  noCategory: 'No category',
  comments: (count: number) => plural(count, 'answer', 'answers'),
  internalNotes: (count: number) => plural(count, 'internal note', 'internal notes'),
};
