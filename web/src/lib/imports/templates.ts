import type { ImportKind } from '#lib/contract.ts';

export const importKinds: readonly ImportKind[] = ['equipment', 'rooms', 'categories', 'users'];

/** The columns that an import of each kind knows, with how fields are written. */
export const templates: Readonly<Record<ImportKind, readonly string[]>> = {
  rooms: ['Name', 'Building', 'Floor'],
  users: ['Name', 'E-mail', 'Phone', 'Department', 'Language', 'Role'],
  categories: ['Kind', 'Name', 'Parent', 'Fields as key:label:type:required|key:label:choice(one/two)'],
  equipment: [
    'Tag',
    'Name',
    'Category',
    'Room',
    'Building',
    'Floor',
    'Serial number',
    'Model',
    'Maker',
    'Vendor',
    'Purchased on',
    'Cost',
    'Currency',
    'Warranty until',
    'Depreciation',
    'Depreciation months',
    'Depreciation percent',
    'Residual value',
  ],
};

const BOM = '\uFEFF';

/** A CSV file with nothing but its first row; the mark at the beginning tells Excel that it is UTF-8. */
export const templateOf = (kind: ImportKind): string => `${BOM}${templates[kind].join(',')}\r\n`;
