import { expect, test } from 'vitest';
import { definitionsOf, newDraft } from '../../../web/src/lib/categories/fieldDrafts.ts';

const keysOf = (...labels: readonly string[]) =>
  definitionsOf(labels.map((label) => ({ ...newDraft(), label }))).map(({ key }) => key);

test('the key of a field is its label in plain letters, each key once', () => {
  expect(keysOf('Asset tag', 'Gerät', 'Größe', 'Gerat', '№', '日本')).toEqual([
    'asset_tag',
    'gerat',
    'gro_e',
    'gerat_2',
    'no',
    'field',
  ]);
});
