import type {
  Acceptance,
  Change,
  Channel,
  Condition,
  Disposal,
  EquipmentImageKind,
  FieldDefinition,
  ImageKind,
  Priority,
  RepairOutcome,
  Role,
  Stage,
  TicketStatus,
  Urgency,
} from '#lib/contract.ts';
import { moneyInWords } from '#lib/equipment/money.ts';
import type { Messages } from '#lib/messages/languages.ts';
import type { Reader } from '#lib/reader.ts';
import { absolute, day } from '#lib/time/format.ts';

type Value = Change['from'];

const AMOUNTS: ReadonlySet<string> = new Set(['cost', 'repairCost']);
const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** The fields of a category are told by their labels and kinds. */
function fieldsInWords(value: string, m: Messages): string | undefined {
  try {
    const fields = JSON.parse(value) as readonly FieldDefinition[];
    return fields.map(({ label, type }) => `${label} (${m.categories.types[type]})`).join(', ');
  } catch {
    return undefined;
  }
}

const dictionaries: Readonly<Record<string, (value: string, m: Messages) => string | undefined>> = {
  status: (value, m) => m.ticket.status[value as TicketStatus],
  priority: (value, m) => m.ticket.priority[value as Priority],
  urgency: (value, m) => m.ticket.urgency[value as Urgency],
  role: (value, m) => m.ticket.role[value as Role],
  fields: fieldsInWords,
  channel: (value, m) => m.ticket.channel[value as Channel],
  kind: (value, m) => m.categories.kinds[value],
  image: (value, m) =>
    m.ticket.imageKind[value as ImageKind] ?? m.equipment.imageKinds[value as EquipmentImageKind],
  stage: (value, m) => m.equipment.stages[value as Stage],
  condition: (value, m) => m.equipment.conditions[value as Condition],
  acceptance: (value, m) => m.equipmentPage.acceptance[value as Acceptance],
  outcome: (value, m) => m.equipment.outcomes[value as RepairOutcome],
  disposal: (value, m) => m.equipment.disposals[value as Disposal],
  maintenance: (value, m) => m.equipment.everyText(value),
  depreciation: (value, m) => m.equipmentPage.depreciationText(value),
  visibility: (value, m) => (value === 'internal' ? m.history.internalOnly : m.history.everybody),
};

function numberInWords(field: string, value: number, m: Messages, reader: Reader): string {
  if (field === 'number') return m.ticket.number(value);
  return AMOUNTS.has(field) ? moneyInWords(value, null, reader) : m.common.count(value);
}

function languageInWords(code: string, { language }: Reader): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function textInWords(field: string, value: string, m: Messages, reader: Reader): string {
  if (INSTANT.test(value)) return absolute(value, reader);
  if (DAY.test(value)) return day(value, reader);
  if (field === 'locale') return languageInWords(value, reader);
  return dictionaries[field]?.(value, m) ?? value;
}

/** A value of the history as people say it. */
export function valueInWords(field: string, value: Value, m: Messages, reader: Reader): string {
  if (value === null || value === '') return m.history.nothing;
  if (typeof value === 'boolean') return value ? m.common.yes : m.common.no;
  return typeof value === 'number'
    ? numberInWords(field, value, m, reader)
    : textInWords(field, value, m, reader);
}
