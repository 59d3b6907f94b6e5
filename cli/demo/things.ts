import type { FieldDefinition } from '#domain/category/fields.ts';
import { demoId } from './random.ts';

type Model = readonly [maker: string, model: string, cost: number];
type Models = readonly [Model, ...Model[]];

/** A kind of thing that the organisation owns. */
export interface DemoKind {
  readonly key: string;
  readonly name: string;
  readonly parent: string | null;
  /** What its tags begin with. */
  readonly prefix: string;
  readonly count: number;
  readonly models: Models;
  /** Parts of room names where it stands; nothing: in the stores. */
  readonly places: readonly string[];
  /** The share that people have with them. */
  readonly lent: number;
  /** Over how many months it is written off. */
  readonly months: number;
  /** Months between two services. */
  readonly service?: number;
  readonly fields: readonly FieldDefinition[];
}

const number = (key: string, label: string): FieldDefinition => ({
  type: 'number',
  key,
  label,
  required: false,
});
const text = (key: string, label: string): FieldDefinition => ({ type: 'text', key, label, required: false });
const plain = { parent: 'av', lent: 0, months: 60, fields: [], places: [] } as const;

export const kinds: readonly DemoKind[] = [
  {
    ...{ key: 'laptop', name: 'Laptops', parent: 'it', prefix: 'NL', count: 120, lent: 0.8, months: 48 },
    models: [
      ['Lenovo', 'ThinkPad T14 Gen 5', 1_249],
      ['Dell', 'Latitude 5450', 1_119.5],
      ['Apple', 'MacBook Air 13', 1_199],
    ],
    places: ['Stores', 'IT Workshop', 'Library Desk'],
    fields: [number('memory_gb', 'Memory (GB)'), text('hostname', 'Name on the network')],
  },
  {
    ...{ key: 'desktop', name: 'Desktops', parent: 'it', prefix: 'ND', count: 90, lent: 0, months: 60 },
    models: [
      ['HP', 'Pro Mini 400 G9', 689],
      ['Dell', 'OptiPlex 7020', 749],
    ],
    places: ['Computer Lab', 'Language Lab', 'Office', 'Library Desk', 'Media Suite'],
    fields: [number('memory_gb', 'Memory (GB)'), text('hostname', 'Name on the network')],
  },
  {
    ...{ key: 'monitor', name: 'Monitors', parent: 'it', prefix: 'NM', count: 110, lent: 0.1, months: 72 },
    models: [
      ['Dell', 'P2425H', 189],
      ['LG', '27UP650', 279],
    ],
    places: ['Computer Lab', 'Language Lab', 'Office', 'Stores'],
    fields: [number('inches', 'Size (inches)')],
  },
  {
    ...plain,
    ...{ key: 'projector', name: 'Projectors', prefix: 'NP', count: 26, service: 6 },
    models: [
      ['Epson', 'EB-L210W', 1_390],
      ['BenQ', 'LH730', 1_150],
    ],
    places: ['Lecture', 'Room 1', 'Room 2', 'Hall', 'Theatre', 'Meeting Room'],
    fields: [number('lamp_hours', 'Lamp hours')],
  },
  {
    ...plain,
    ...{ key: 'lamp', name: 'Projector lamps', prefix: 'NPL', count: 10, months: 36 },
    models: [['Epson', 'ELPLP97', 129]],
  },
  {
    ...{
      key: 'printer',
      name: 'Printers and copiers',
      parent: 'it',
      prefix: 'NC',
      count: 16,
      lent: 0,
      months: 60,
    },
    models: [
      ['Canon', 'imageRUNNER C3326i', 2_890],
      ['Brother', 'HL-L6410DN', 429],
    ],
    places: ['Print Room', 'Office', 'Staff Room', 'Library Desk', 'Reception'],
    service: 3,
    fields: [text('address', 'Address on the network')],
  },
  {
    ...plain,
    ...{ key: 'camera', name: 'Cameras and microphones', prefix: 'NV', count: 24, lent: 0.4, months: 48 },
    models: [
      ['Canon', 'EOS R50', 789],
      ['Rode', 'Wireless GO II', 249],
      ['Zoom', 'H6essential', 299],
    ],
    places: ['Media Suite', 'Recording Studio', 'Theatre'],
  },
  {
    ...{
      key: 'phone',
      name: 'Mobile telephones',
      parent: 'it',
      prefix: 'NT',
      count: 30,
      lent: 0.85,
      months: 36,
    },
    models: [
      ['Fairphone', '5', 629],
      ['Apple', 'iPhone SE', 479],
    ],
    places: ['Stores'],
    fields: [text('number', 'Number')],
  },
];

export interface DemoEquipmentCategory {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly fields: readonly FieldDefinition[];
}

const idOf = (key: string): string => demoId(`equipment category ${key}`);
const group = (key: string, name: string): DemoEquipmentCategory => ({
  ...{ id: idOf(key), name, parentId: null, fields: [] },
});

export const equipmentCategories: readonly DemoEquipmentCategory[] = [
  group('it', 'Computers and networks'),
  group('av', 'Picture and sound'),
  ...kinds.map(({ key, name, parent, fields }) => ({
    ...{ id: idOf(key), name, parentId: parent === null ? null : idOf(parent), fields },
  })),
];

export const categoryOf = ({ key }: DemoKind): string => idOf(key);
