import type { ImportKind } from '#api/contract/imports.ts';

/** What a column can fill. */
export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  /** The column is needed, but not in every row. */
  readonly mayBeEmpty?: boolean;
  /** It holds numbers, which are written with a decimal mark. */
  readonly amount?: boolean;
  /** Other headers that it is known by, beside its name and label. */
  readonly synonyms: readonly string[];
  /** What it may hold, said to people. */
  readonly hint?: string;
}

const field = (name: string, label: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  label,
  required: false,
  synonyms: [],
  ...more,
});
const required = true;
const amount = true;

const room = [
  field('name', 'Name', { required, synonyms: ['room', 'room name', 'room number'] }),
  field('building', 'Building', { synonyms: ['site', 'house', 'location'] }),
  field('floor', 'Floor', { synonyms: ['level', 'storey', 'story'] }),
];

const user = [
  field('name', 'Name', { required, synonyms: ['full name', 'display name', 'person', 'user'] }),
  field('email', 'E-mail', {
    required,
    synonyms: ['mail', 'email address', 'e-mail address', 'user principal name'],
    hint: 'An e-mail address looks like name@example.org.',
  }),
  field('phone', 'Phone', { synonyms: ['telephone', 'phone number', 'mobile', 'extension'] }),
  field('department', 'Department', { synonyms: ['team', 'unit', 'division'] }),
  field('locale', 'Language', {
    synonyms: ['locale', 'preferred language'],
    hint: 'A language is written as en or de-AT.',
  }),
  field('role', 'Role', {
    synonyms: ['user role', 'permission'],
    hint: 'A role is one of requester, technician, auditor, admin.',
  }),
];

const category = [
  field('kind', 'Kind', { required, synonyms: ['type', 'for'], hint: 'The kind is ticket or equipment.' }),
  field('name', 'Name', { required, synonyms: ['category', 'category name', 'path'] }),
  field('parent', 'Parent', { synonyms: ['parent category', 'below', 'under'] }),
  field('fields', 'Fields', {
    synonyms: ['custom fields', 'Fields as key:label:type:required|key:label:choice(one/two)'],
  }),
];

const day = { hint: 'A day that is in the calendar.' };
const equipment = [
  field('tag', 'Tag', {
    required,
    synonyms: ['asset tag', 'asset number', 'asset id', 'inventory number', 'inventory no', 'barcode'],
    hint: 'A tag has up to 40 letters and digits, and . _ / - between them.',
  }),
  field('name', 'Name', { required, synonyms: ['item', 'item name', 'asset', 'asset name', 'description'] }),
  field('category', 'Category', { required, synonyms: ['type', 'asset type', 'class'] }),
  field('room', 'Room', { required, mayBeEmpty: true, synonyms: ['location', 'room name', 'place'] }),
  field('building', 'Building', { synonyms: ['site', 'house'] }),
  field('floor', 'Floor', { synonyms: ['level', 'storey', 'story'] }),
  field('serial', 'Serial number', { synonyms: ['serial', 'serial no', 's/n', 'sn'] }),
  field('model', 'Model', { synonyms: ['model name', 'model number'] }),
  field('maker', 'Maker', { synonyms: ['manufacturer', 'brand', 'make'] }),
  field('vendor', 'Vendor', { synonyms: ['supplier', 'seller', 'purchased from'] }),
  field('purchasedOn', 'Purchased on', {
    synonyms: ['purchase date', 'date of purchase', 'bought on'],
    ...day,
  }),
  field('cost', 'Cost', {
    synonyms: ['price', 'purchase cost', 'purchase price', 'value'],
    hint: 'An amount has no more than two decimals.',
    amount,
  }),
  field('currency', 'Currency', { hint: 'A currency is written as EUR or USD.' }),
  field('warrantyUntil', 'Warranty until', {
    synonyms: ['warranty', 'warranty end', 'warranty expiry', 'warranty expires'],
    ...day,
  }),
  field('depreciation', 'Depreciation', {
    synonyms: ['depreciation method'],
    hint: 'The method is straightLine with months, or decliningBalance with percent.',
  }),
  field('months', 'Depreciation months', {
    synonyms: ['useful life', 'useful life months', 'months'],
    amount,
  }),
  field('percent', 'Depreciation percent', { synonyms: ['depreciation rate', 'percent'], amount }),
  field('residual', 'Residual value', { synonyms: ['salvage value', 'residual'], amount }),
];

/** The fields of each kind, but for those that categories define. */
export const FIELDS: Readonly<Record<ImportKind, readonly FieldSpec[]>> = {
  rooms: room,
  users: user,
  categories: category,
  equipment,
};
