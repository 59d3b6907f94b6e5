export type ImportKind = 'users' | 'rooms' | 'categories' | 'equipment';
export type ImportDateFormat = 'YYYY-MM-DD' | 'DD.MM.YYYY' | 'DD/MM/YYYY' | 'MM/DD/YYYY';
export type ImportEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type ImportStatus = 'Checked' | 'Running' | 'Stopped' | 'Finished' | 'TakenBack';
export type ImportOutcome = 'create' | 'update' | 'same' | 'fault';

/**
 * The form of `POST /api/imports`, with the `file`. `mapping` is a JSON object from the header of a column to the
 * name of a field, or to '' for a column that is left out; columns that it does not name are found by their header.
 */
export interface ImportForm {
  readonly kind: ImportKind;
  readonly dateFormat: ImportDateFormat;
  /** Where it is not given: as the numbers of the file are written. */
  readonly decimal?: '.' | ',';
  /** What becomes of equipment that stands with other data: a fault, or it is brought up to date. */
  readonly standing?: 'fault' | 'update';
  readonly mapping?: string;
}

export interface ImportField {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
}

export interface ImportColumn {
  readonly header: string;
  /** The field that it fills; null: it is left out. */
  readonly field: string | null;
}

export interface ImportFault {
  /** The header of the column, or the name of the field where the file has no such column; '' for the row as a whole. */
  readonly column: string;
  readonly message: string;
}

export interface ImportRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  /** What the row is known by: tag, e-mail address, name of the room, path of the category. */
  readonly key: string;
  readonly outcome: ImportOutcome;
  readonly faults: readonly ImportFault[];
}

export interface ImportCounts extends Readonly<Record<ImportOutcome, number>> {
  readonly rows: number;
}

/** `GET /api/imports/:id?outcome=&after=<row>&limit=` pages through the rows. */
export interface ImportAnswer {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly encoding: ImportEncoding;
  readonly delimiter: ',' | ';' | '\t';
  readonly dateFormat: ImportDateFormat;
  readonly decimal: '.' | ',';
  readonly standing: 'fault' | 'update';
  readonly status: ImportStatus;
  readonly createdAt: string;
  readonly columns: readonly ImportColumn[];
  /** What a column can be mapped to. */
  readonly fields: readonly ImportField[];
  readonly counts: ImportCounts;
  /** Of the rows to be created or brought up to date; `failed` have a fault in `rows`. */
  readonly progress: { readonly total: number; readonly done: number; readonly failed: number };
  /** From the first run on. */
  readonly batchId: string | null;
  readonly rows: readonly ImportRow[];
  /** The row after which the next page begins; null: there are no more. */
  readonly next: number | null;
  readonly position: string;
}

/** Rows with faults are left out; without `skipFaults` an import that has any is refused. */
export interface ImportRun {
  readonly skipFaults?: boolean;
}
