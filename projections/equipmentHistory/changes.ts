import type { Depreciation, Repetition } from '#domain/equipment/words.ts';
import type { Recorded } from '#eventstore/journal.ts';
import { factsOf as pageFacts } from '#projections/equipmentPage/page.ts';
import type { EquipmentFactsRow } from '#projections/equipmentPage/row.ts';
import type { EquipmentLine } from '#projections/equipmentRegister/line.ts';
import { change, changesBetween, plain, type Facts, type Shown } from '#projections/history/changes.ts';
import type { Change } from '#projections/ticketHistory/row.ts';
import { textShown } from '#projections/words.ts';

/** Other records as people call them; those that the viewer may read. */
export interface Naming {
  readonly tickets: ReadonlyMap<string, string>;
}

/** A thing after an event, with what only its page tells. */
export interface Stood {
  readonly line: EquipmentLine;
  readonly page: EquipmentFactsRow;
}
export const stood = (line: EquipmentLine): Stood => ({ line, page: pageFacts(line) });

/** Two states differ where `is` differs; `shown` is what people are told. */
type Fact = readonly [field: string, is: (stood: Stood) => Shown, shown?: (stood: Stood) => Shown];

const orNone = (value: string | undefined): Shown => (value === undefined || value === '' ? null : value);

const single: readonly Fact[] = [
  ['tag', ({ line }) => line.tag],
  ['name', ({ line }) => line.name],
  ['category', ({ line }) => line.categoryId, ({ line }) => line.categoryName],
  ['serial', ({ line }) => orNone(line.serial)],
  ['model', ({ line }) => orNone(line.model)],
  ['maker', ({ line }) => orNone(line.maker)],
  ['vendor', ({ line }) => orNone(line.vendor)],
  ['stage', ({ line }) => line.stage],
  ['condition', ({ line }) => line.condition],
  ['room', ({ line }) => line.roomId, ({ line }) => line.roomName],
  ['holder', ({ line }) => line.holderId, ({ line }) => line.holderName],
  ['host', ({ line }) => line.hostId, ({ line }) => line.hostTag],
  ['dueOn', ({ line }) => line.dueOn],
  ['acceptance', ({ line }) => line.acceptance],
  ['purchasedOn', ({ line }) => line.purchasedOn],
  ['cost', ({ line }) => line.cost],
  ['currency', ({ line }) => line.currency],
  ['warrantyUntil', ({ line }) => line.warrantyUntil],
  ['maintenanceDueOn', ({ line }) => line.maintenanceDueOn],
  ['labelledAt', ({ line }) => line.labelledAt],
  ['loanNote', ({ page }) => orNone(page.loan?.note)],
  ['acceptedAt', ({ page }) => page.loan?.acceptedAt ?? null],
  ['termsVersion', ({ page }) => page.loan?.termsVersion ?? null],
  ['depreciation', ({ page }) => falling(page.depreciation)],
  ['repairVendor', ({ page }) => orNone(page.repair?.vendor)],
  ['retiredReason', ({ page }) => page.retiredReason],
  ['disposal', ({ page }) => page.disposal],
  ['maintenance', ({ page }) => repeating(page.maintenance?.repetition)],
  ['maintenanceStartsOn', ({ page }) => page.maintenance?.startsOn ?? null],
  ['maintenanceDoneOn', ({ page }) => page.maintenance?.lastDoneOn ?? null],
  ['maintenanceChecklist', ({ page }) => orNone(page.maintenance?.checklist.join(', '))],
];

const falling = (depreciation: Depreciation | null): Shown => {
  if (!depreciation) return null;
  return depreciation.method === 'straightLine'
    ? `straightLine ${String(depreciation.months)} ${String(depreciation.residual)}`
    : `decliningBalance ${String(depreciation.percent)} % ${String(depreciation.residual)}`;
};
const repeating = (repetition: Repetition | undefined): Shown =>
  repetition ? `${String(repetition.every)} ${repetition.unit}` : null;

function singleChanges(had: Stood | undefined, has: Stood): Change[] {
  const changes: Change[] = [];
  for (const [field, is, shown = is] of single) {
    const from = had ? is(had) : null;
    if (from !== is(has)) changes.push({ field, from: had ? shown(had) : null, to: shown(has) });
  }
  return changes;
}

type Several = readonly [key: string, of: readonly [field: string, ReturnType<typeof plain>]];
const imagesOf = ({ images }: EquipmentFactsRow): Several[] =>
  images.map(({ imageId, kind }) => [`image ${imageId}`, ['image', plain(kind)]]);
const fieldsOf = ({ fields }: EquipmentFactsRow): Several[] =>
  Object.entries(fields).map(([key, value]) => [`field ${key}`, [`fields.${key}`, plain(value)]]);
const several = ({ page }: Stood): Facts => new Map([...imagesOf(page), ...fieldsOf(page)]);
const NONE: Facts = new Map<never, never>();

function severalChanges(had: Stood | undefined, has: Stood): Change[] {
  if (had?.page.images === has.page.images && had.page.fields === has.page.fields) return [];
  return changesBetween(had ? several(had) : NONE, several(has));
}

function repairTicket(had: Stood | undefined, has: Stood, { tickets }: Naming): Change[] {
  const of = ({ page }: Stood) => page.repair?.ticketId ?? null;
  const fact = (ticketId: string | null) => ({
    is: ticketId,
    shown: ticketId === null ? null : (tickets.get(ticketId) ?? null),
  });
  return change('repairTicket', fact(had ? of(had) : null), fact(of(has)));
}

/** What was said with an event and is nowhere kept. */
function saidIn(event: Recorded): Change[] {
  const { data } = event;
  const said = (field: string, value: Shown): Change[] =>
    value === null || value === '' ? [] : [{ field, from: null, to: value }];
  if (event.type === 'RepairFinished')
    return [...said('outcome', event.data.outcome), ...said('repairCost', event.data.cost), ...noted(data)];
  if (event.type === 'MaintenanceDone') {
    const steps = (done: boolean) => event.data.checklist.filter((one) => one.done === done);
    const told = (done: boolean) =>
      steps(done)
        .map(({ step }) => step)
        .join(', ');
    return [
      ...said('maintenanceSteps', told(true)),
      ...said('maintenanceStepsLeft', told(false)),
      ...noted(data),
    ];
  }
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
  readonly had: Stood | undefined;
  readonly has: Stood;
}

/** Each fact that an event changed, in the words of then; when a thing begins, every fact that it begins with. */
export const changesOf = ({ event, had, has }: Step, naming: Naming): Change[] => [
  ...singleChanges(had, has),
  ...severalChanges(had, has),
  ...repairTicket(had, has, naming),
  ...saidIn(event),
];
