import type { FieldDefinition } from '#domain/category/fields.ts';
import { demoId } from './random.ts';

export const categoryKeys = [
  'hardware',
  'printing',
  'computers',
  'displays',
  'network',
  'accounts',
  'mail',
  'software',
  'phones',
  'access',
  'files',
  'starters',
] as const;
export type CategoryKey = (typeof categoryKeys)[number];

export interface DemoCategory {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly fields: FieldDefinition[];
}

const text = (key: string, label: string, required = false): FieldDefinition => ({
  type: 'text',
  key,
  label,
  required,
});
const choice = (key: string, label: string, ...choices: string[]): FieldDefinition => ({
  type: 'choice',
  key,
  label,
  required: false,
  choices,
});
const yesNo = (key: string, label: string): FieldDefinition => ({
  type: 'yesNo',
  key,
  label,
  required: false,
});
const date = (key: string, label: string): FieldDefinition => ({ type: 'date', key, label, required: false });

const described: Readonly<
  Record<CategoryKey, readonly [name: string, parent: CategoryKey | null, ...FieldDefinition[]]>
> = {
  hardware: ['Hardware', null],
  printing: [
    'Printing and copying',
    'hardware',
    text('printer', 'Label on the printer'),
    choice('fault', 'What is wrong', 'Paper jam', 'Print quality', 'Does not print', 'Scanning', 'Supplies'),
  ],
  computers: [
    'Laptops and desktops',
    'hardware',
    text('asset', 'Asset tag'),
    yesNo('spare', 'Spare machine needed'),
  ],
  displays: [
    'Projectors and displays',
    'hardware',
    choice('source', 'Connected by', 'HDMI', 'USB-C', 'Wireless', 'Document camera'),
  ],
  network: ['Network and Wi-Fi', null, choice('connection', 'Connection', 'Wi-Fi', 'Cable', 'VPN')],
  accounts: ['Accounts and passwords', null],
  mail: ['Mail and calendar', null],
  software: ['Software', null, text('program', 'Program'), yesNo('licence', 'Licence needed')],
  phones: ['Telephones', null],
  access: [
    'Door cards and access',
    null,
    text('card', 'Number on the card'),
    date('valid_from', 'Needed from'),
  ],
  files: ['Files and backups', null],
  starters: [
    'Starters and leavers',
    null,
    date('first_day', 'First or last day'),
    text('manager', 'Manager'),
  ],
};

const idOf = (key: CategoryKey): string => demoId(`category ${key}`);

export const categories = Object.fromEntries(
  categoryKeys.map((key) => {
    const [name, parent, ...fields] = described[key];
    return [key, { id: idOf(key), name, parentId: parent && idOf(parent), fields }];
  }),
) as Record<CategoryKey, DemoCategory>;
