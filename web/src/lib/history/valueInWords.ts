import type {
  Change,
  Channel,
  FieldDefinition,
  ImageKind,
  Priority,
  Role,
  TicketStatus,
  Urgency,
} from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';
import type { Reader } from '#lib/reader.ts';
import { absolute } from '#lib/time/format.ts';

type Value = Change['from'];

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
  image: (value, m) => m.ticket.imageKind[value as ImageKind],
  visibility: (value, m) => (value === 'internal' ? m.history.internalOnly : m.history.everybody),
};

const numberInWords = (field: string, value: number, m: Messages): string =>
  field === 'number' ? m.ticket.number(value) : m.common.count(value);

function textInWords(field: string, value: string, m: Messages, reader: Reader): string {
  if (INSTANT.test(value)) return absolute(value, reader);
  return dictionaries[field]?.(value, m) ?? value;
}

/** A value of the history as people say it. */
export function valueInWords(field: string, value: Value, m: Messages, reader: Reader): string {
  if (value === null || value === '') return m.history.nothing;
  if (typeof value === 'boolean') return value ? m.common.yes : m.common.no;
  return typeof value === 'number' ? numberInWords(field, value, m) : textInWords(field, value, m, reader);
}
