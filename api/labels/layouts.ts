import type { LabelLayout } from '#api/contract/labels.ts';

const A4 = { width: 210, height: 297 };
const LETTER = { width: 215.9, height: 279.4 };

type Sheet = Omit<LabelLayout, 'kind'>;
const sheet = (made: Sheet): LabelLayout => ({ ...made, kind: 'sheet' });

const tape = (name: string, title: string, label: LabelLayout['label']): LabelLayout => ({
  name,
  title,
  kind: 'tape',
  page: label,
  columns: 1,
  rows: 1,
  label,
  origin: { x: 0, y: 0 },
  pitch: { x: label.width, y: label.height },
});

/** Labels as their makers cut them, in millimetres. */
export const LAYOUTS: readonly LabelLayout[] = [
  sheet({
    name: 'L7160',
    title: 'Avery L7160 · 21 on A4, 63.5 × 38.1 mm',
    page: A4,
    columns: 3,
    rows: 7,
    label: { width: 63.5, height: 38.1 },
    origin: { x: 7.25, y: 15.15 },
    pitch: { x: 66, y: 38.1 },
  }),
  sheet({
    name: 'L7159',
    title: 'Avery L7159 · 24 on A4, 63.5 × 33.9 mm',
    page: A4,
    columns: 3,
    rows: 8,
    label: { width: 63.5, height: 33.9 },
    origin: { x: 7.25, y: 12.9 },
    pitch: { x: 66, y: 33.9 },
  }),
  sheet({
    name: 'L7161',
    title: 'Avery L7161 · 18 on A4, 63.5 × 46.6 mm',
    page: A4,
    columns: 3,
    rows: 6,
    label: { width: 63.5, height: 46.6 },
    origin: { x: 7.25, y: 8.7 },
    pitch: { x: 66, y: 46.6 },
  }),
  sheet({
    name: 'L4731',
    title: 'Avery L4731 · 189 on A4, 25.4 × 10 mm',
    page: A4,
    columns: 7,
    rows: 27,
    label: { width: 25.4, height: 10 },
    origin: { x: 8.6, y: 13.5 },
    pitch: { x: 27.9, y: 10 },
  }),
  sheet({
    name: '5160',
    title: 'Avery 5160 · 30 on US Letter, 2⅝ × 1 in',
    page: LETTER,
    columns: 3,
    rows: 10,
    label: { width: 66.675, height: 25.4 },
    origin: { x: 4.7625, y: 12.7 },
    pitch: { x: 69.85, y: 25.4 },
  }),
  tape('tape62', 'Tape 62 mm · 62 × 29 mm each', { width: 62, height: 29 }),
  tape('tape24', 'Tape 24 mm · 70 × 24 mm each', { width: 70, height: 24 }),
];

export const layoutOf = (name: string): LabelLayout | undefined =>
  LAYOUTS.find((layout) => layout.name === name);

export interface Place {
  /** From 0. */
  readonly page: number;
  /** Of the upper left corner, in millimetres. */
  readonly x: number;
  readonly y: number;
}

/** Where the n-th label is, from 0, by rows from the top; labels already used on the first sheet count, too. */
export function placeOf({ columns, rows, origin, pitch }: LabelLayout, n: number): Place {
  const onPage = n % (columns * rows);
  return {
    page: Math.floor(n / (columns * rows)),
    x: origin.x + (onPage % columns) * pitch.x,
    y: origin.y + Math.floor(onPage / columns) * pitch.y,
  };
}
