import type { RegisteredEquipment, Standing } from '#domain/equipment/equipment.ts';
import type { Depreciation, Repetition } from '#domain/equipment/words.ts';
import type { Recorded } from '#eventstore/journal.ts';
import { factsOf as pageFacts } from '#projections/equipmentPage/page.ts';
import type { EquipmentFactsRow } from '#projections/equipmentPage/row.ts';
import type { EquipmentLine } from '#projections/equipmentRegister/line.ts';
import { changesBetween, plain, type Fact, type Facts, type Shown } from '#projections/history/changes.ts';
import type { Change } from '#projections/ticketHistory/row.ts';
import { textShown } from '#projections/words.ts';

/** Other records as people call them; those that the viewer may read. */
export interface Naming {
  readonly tickets: ReadonlyMap<string, string>;
}

type Of = (line: EquipmentLine) => Fact;
const orNone = (value: Shown): Fact => plain(value === '' ? null : value);

const lineFacts: Readonly<Record<string, Of>> = {
  tag: (line) => plain(line.tag),
  name: (line) => plain(line.name),
  category: (line) => ({ is: line.categoryId, shown: line.categoryName }),
  serial: (line) => orNone(line.serial),
  model: (line) => orNone(line.model),
  maker: (line) => orNone(line.maker),
  vendor: (line) => orNone(line.vendor),
  stage: (line) => plain(line.stage),
  condition: (line) => plain(line.condition),
  room: (line) => ({ is: line.roomId, shown: line.roomName }),
  holder: (line) => ({ is: line.holderId, shown: line.holderName }),
  host: (line) => ({ is: line.hostId, shown: line.hostTag }),
  dueOn: (line) => plain(line.dueOn),
  acceptance: (line) => plain(line.acceptance),
  purchasedOn: (line) => plain(line.purchasedOn),
  cost: (line) => plain(line.cost),
  currency: (line) => plain(line.currency),
  warrantyUntil: (line) => plain(line.warrantyUntil),
  maintenanceDueOn: (line) => plain(line.maintenanceDueOn),
  labelledAt: (line) => plain(line.labelledAt),
};

const falling = (depreciation: Depreciation | null): Shown => {
  if (!depreciation) return null;
  return depreciation.method === 'straightLine'
    ? `straightLine ${String(depreciation.months)} ${String(depreciation.residual)}`
    : `decliningBalance ${String(depreciation.percent)} % ${String(depreciation.residual)}`;
};
const repeating = (repetition: Repetition | undefined): Shown =>
  repetition ? `${String(repetition.every)} ${repetition.unit}` : null;

function repairTicket(standing: Standing, { tickets }: Naming): Fact {
  const ticketId = standing.stage === 'InRepair' ? standing.repair.ticketId : null;
  return { is: ticketId, shown: ticketId && (tickets.get(ticketId) ?? null) };
}

function planned({ maintenance }: RegisteredEquipment): [string, Fact][] {
  return [
    ['maintenance', plain(repeating(maintenance?.repetition))],
    ['maintenanceStartsOn', plain(maintenance?.startsOn ?? null)],
    ['maintenanceDoneOn', plain(maintenance?.lastDoneOn ?? null)],
    ['maintenanceChecklist', orNone(maintenance?.checklist.join(', ') ?? null)],
  ];
}

const lent = ({ loan }: EquipmentFactsRow): [string, Fact][] => [
  ['loanNote', orNone(loan?.note ?? null)],
  ['acceptedAt', plain(loan?.acceptedAt ?? null)],
  ['termsVersion', plain(loan?.termsVersion ?? null)],
];

function pageOnly(line: EquipmentLine, naming: Naming): [string, Fact][] {
  const page = pageFacts(line);
  return [
    ...lent(page),
    ['depreciation', plain(falling(page.depreciation))],
    ['repairTicket', repairTicket(line.facts.state.standing, naming)],
    ['repairVendor', orNone(page.repair?.vendor ?? null)],
    ['retiredReason', plain(page.retiredReason)],
    ['disposal', plain(page.disposal)],
  ];
}

function factsOf(line: EquipmentLine, naming: Naming): Facts {
  const { state, images } = line.facts;
  const single = [
    ...Object.entries(lineFacts).map(([field, of]): [string, Fact] => [field, of(line)]),
    ...pageOnly(line, naming),
    ...planned(state),
  ].map(([field, fact]) => [field, [field, fact]] as const);
  return new Map([
    ...single,
    ...images.map(({ imageId, kind }) => [`image ${imageId}`, ['image', plain(kind)]] as const),
    ...Object.entries(state.details.fields).map(
      ([key, value]) => [`field ${key}`, [`fields.${key}`, plain(value)]] as const,
    ),
  ]);
}

/** What was said with an event and is nowhere kept. */
function saidIn(event: Recorded): Change[] {
  const { data } = event;
  const said = (field: string, value: Shown): Change[] =>
    value === null || value === '' ? [] : [{ field, from: null, to: value }];
  if (event.type === 'RepairFinished')
    return [...said('outcome', event.data.outcome), ...said('repairCost', event.data.cost), ...noted(data)];
  if (event.type === 'CheckoutDeclined') return said('reason', textShown(event.data.reason));
  if (event.type === 'EquipmentReinstated') return said('reason', event.data.reason);
  if (event.type === 'EquipmentCheckedOut') return [];
  return noted(data);
}

const noted = (data: Recorded['data']): Change[] => {
  const note = 'note' in data ? textShown(data.note) : '';
  return note === '' ? [] : [{ field: 'note', from: null, to: note }];
};

interface Step {
  readonly event: Recorded;
  readonly before: EquipmentLine | null;
  readonly after: EquipmentLine;
}

/** Each fact that an event changed, in the words of then; when a thing begins, every fact that it begins with. */
export function changesOf({ event, before, after }: Step, naming: Naming): Change[] {
  const had: Facts = before ? factsOf(before, naming) : new Map<never, never>();
  return [...changesBetween(had, factsOf(after, naming)), ...saidIn(event)];
}
