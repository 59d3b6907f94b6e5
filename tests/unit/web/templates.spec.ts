import { describe, expect, test } from 'vitest';
import { columnsOf } from '#api/imports/columns.ts';
import { FIELDS } from '#api/imports/fields.ts';
import { importKinds, templateOf } from '../../../web/src/lib/imports/templates.ts';

const headersOf = (text: string): string[] => text.replace('\uFEFF', '').trimEnd().split(',');

describe('the template of an import', () => {
  test.for(importKinds)('of %s has a column for every field, and each is recognised', (kind) => {
    const { columns, faults } = columnsOf(headersOf(templateOf(kind)), FIELDS[kind], {});
    expect(faults).toEqual([]);
    expect(columns.map(({ field }) => field)).toEqual(FIELDS[kind].map(({ name }) => name));
  });
});
