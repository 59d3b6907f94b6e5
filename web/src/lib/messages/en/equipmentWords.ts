import type {
  Condition,
  Disposal,
  EquipmentImageKind,
  RepairOutcome,
  Repetition,
  Stage,
} from '#lib/contract.ts';

export const stages: Record<Stage, string> = {
  InStock: 'In stock',
  CheckedOut: 'Checked out',
  InRepair: 'In repair',
  Missing: 'Missing',
  Retired: 'Retired',
  Disposed: 'Disposed of',
  Withdrawn: 'Withdrawn',
};
export const conditions: Record<Condition, string> = {
  new: 'New',
  good: 'Good',
  worn: 'Worn',
  damaged: 'Damaged',
};
export const disposals: Record<Disposal, string> = {
  sold: 'Sold',
  donated: 'Donated',
  recycled: 'Recycled',
  destroyed: 'Destroyed',
  returned: 'Returned to its owner',
  lost: 'Lost',
};
export const outcomes: Record<RepairOutcome, string> = {
  repaired: 'Repaired',
  replaced: 'Replaced',
  notRepairable: 'Cannot be repaired',
  noFaultFound: 'No fault found',
};
export const imageKinds: Record<EquipmentImageKind, string> = {
  photo: 'Photo',
  document: 'Document',
  damage: 'Damage',
};
export const units: Record<Repetition['unit'], [string, string]> = {
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  year: ['year', 'years'],
};
