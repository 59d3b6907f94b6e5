import type { Derived } from '#projections/projection.ts';
import { Rows } from '#projections/rows.ts';
import { shortWords } from '#projections/search.ts';
import type { Value } from '#projections/write.ts';
import type { EquipmentLine } from './line.ts';
import type { EquipmentRow } from './row.ts';

export const WORDS = 'equipment_words';
const COLUMNS = ['id', 'words', 'short_words'];

/** Without who has sold it, which not everybody is told. */
export const openWordsOf = ({ tag, name, serial, model, maker }: EquipmentRow): string =>
  `${tag} ${name} ${serial} ${model} ${maker}`;
const wordsOf = (line: EquipmentLine): string => `${openWordsOf(line)} ${line.vendor}`;

const sameWords = (before: EquipmentLine, after: EquipmentLine): boolean =>
  before.tag === after.tag && before.facts.state.details === after.facts.state.details;

/** The words by which a thing is found; apart, since it changes often and they seldom do. */
export const equipmentWords: Derived<EquipmentLine> = {
  shape: {
    name: WORDS,
    id: 'id',
    doc: false,
    columns: { words: 'text', short_words: 'text' },
    indexes: [],
    fullText: ['words', 'short_words'],
  },
  follow: () => {
    const changed = new Map<string, string>();
    return {
      step: ({ key, before, after }) => {
        if (after && !(before && sameWords(before, after))) changed.set(key, wordsOf(after));
      },
      writes: () => {
        const rows = [...changed].map(([key, words]): Value[] => [key, words, shortWords(words)]);
        return [{ kind: 'put', table: WORDS, columns: COLUMNS, rows: new Rows(rows) }];
      },
    };
  },
};
