import type { EquipmentPageRow, EquipmentRow } from '#lib/contract.ts';
import type { StateFact } from '#lib/history/differences.ts';
import { valueInWords } from '#lib/history/valueInWords.ts';
import type { Messages } from '#lib/messages/languages.ts';
import type { Reader } from '#lib/reader.ts';

/** The line of the register is known of every moment; the rest of the page comes a little later. */
export type Stood = EquipmentRow & Partial<EquipmentPageRow>;

type Value = string | number | boolean | null | undefined;
type Labels = Readonly<Record<string, string>>;
type Get = (state: Stood, m: Messages, labels: Labels) => Value;

const getters: Readonly<Record<string, Get>> = {
  tag: (state) => state.tag,
  name: (state) => state.name,
  category: (state) => state.categoryName,
  stage: (state) => state.stage,
  room: (state) => state.roomName,
  holder: (state) => state.holderName,
  host: (state) => state.hostTag,
  dueOn: (state) => state.dueOn,
  acceptance: (state) => state.acceptance,
  loanNote: (state) => state.loan?.note,
  repairVendor: (state) => state.repair?.vendor,
  condition: (state) => state.condition,
  maker: (state) => state.maker,
  model: (state) => state.model,
  serial: (state) => state.serial,
  fields: ({ fields = {} }, m, labels) =>
    Object.entries(fields)
      .map(([key, value]) => `${labels[key] ?? m.history.field(`fields.${key}`)}: ${String(value)}`)
      .join('\n'),
  vendor: (state) => state.vendor,
  purchasedOn: (state) => state.purchasedOn,
  cost: (state) => state.cost,
  currency: (state) => state.currency,
  warrantyUntil: (state) => state.warrantyUntil,
  maintenanceDueOn: (state) => state.maintenanceDueOn,
  components: (state) => state.components?.map(({ tag }) => tag).join(', '),
  images: (state) => state.images?.length || '',
  labelledAt: (state) => state.labelledAt,
  sightedAt: (state) => state.sightedAt,
  retiredReason: (state) => state.retiredReason,
  disposal: (state) => state.disposal,
};

interface Telling {
  readonly m: Messages;
  readonly reader: Reader;
  /** Of the custom fields, by their keys. */
  readonly labels: Labels;
}

/** All facts that a thing has, in the order of the page. */
export function stateFacts(state: Stood, { m, reader, labels }: Telling): readonly StateFact[] {
  return Object.entries(getters).map(([field, get]) => {
    const value = get(state, m, labels) ?? '';
    const text = value === '' ? '' : valueInWords(field, value, m, reader);
    return { field, label: m.history.field(field), text };
  });
}
