import { recordIdFor } from '#api/routes/asking.ts';
import type { ImportAnswer, ImportKind, ImportRow } from '#api/contract/imports.ts';
import type { BatchAction } from '#domain/batch/events.ts';
import { commandOf } from '#domain/batch/rules.ts';
import { commandIdIn } from '#api/batches/giving.ts';
import type { JudgedRow } from './judge.ts';

export const ACTIONS = {
  users: 'importUsers',
  rooms: 'importRooms',
  categories: 'importCategories',
  equipment: 'importEquipment',
} as const satisfies Record<ImportKind, BatchAction>;

/** What is told of an import beside its rows. */
export type About = Pick<
  ImportAnswer,
  | 'fileName'
  | 'encoding'
  | 'delimiter'
  | 'dateFormat'
  | 'decimal'
  | 'standing'
  | 'columns'
  | 'fields'
  | 'counts'
>;

export const makingOf = (kind: ImportKind) => commandOf[ACTIONS[kind]];

/** Tells the commands of an import's rows apart. */
export const partOf = (command: string, row: number): string => `${command} ${String(row)}`;

/** The id of the record that a row makes. */
export const idIn = (importId: string, kind: ImportKind) => (row: number) =>
  recordIdFor(commandIdIn(importId, partOf(makingOf(kind), row)));

/** The rows that something is to be done for, in the order in which it is done. */
export const toBeDone = (rows: readonly JudgedRow[]): JudgedRow[] =>
  rows.filter(({ steps }) => steps.length > 0).sort((a, b) => a.wave - b.wave || a.row - b.row);

/** What stays of a plan that has been carried out: no more than is shown. */
export const carriedOut = (rows: readonly JudgedRow[]): JudgedRow[] =>
  rows.map((row) => ({ ...row, steps: [] }));

export const rowShown = ({ row, key, outcome, faults }: JudgedRow, failure: string | undefined): ImportRow =>
  failure === undefined
    ? { row, key, outcome, faults }
    : { row, key, outcome: 'fault', faults: [{ column: '', message: failure }] };
