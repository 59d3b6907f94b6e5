import type { EquipmentPageRow } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';
import type { Option } from '#lib/ui/options.ts';
import type { ActionName } from './actions.ts';

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly required?: boolean;
}

/** A field of a command's form. */
export interface FormField extends Named {
  readonly kind: 'room' | 'thing' | 'ticket' | 'area' | 'text' | 'date' | 'number' | 'select' | 'ticks';
  readonly options?: readonly Option[];
  readonly step?: string;
  readonly max?: number;
}

const optionsOf = (names: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export const conditionField = ({ equipment, equipmentPage: p }: Messages, value = ''): FormField => ({
  kind: 'select',
  name: 'condition:filled',
  label: p.condition,
  value,
  options: [{ value: '', label: p.noCondition }, ...optionsOf(equipment.conditions)],
});
export const noteField = (m: Messages): FormField => ({
  kind: 'area',
  name: 'note',
  label: `${m.equipmentPage.note} (${m.common.optional})`,
});
const roomField = (label: string, value = ''): FormField => ({
  kind: 'room',
  name: 'roomId',
  label,
  value,
  required: true,
});
const reasonField = (m: Messages): FormField => ({
  kind: 'area',
  name: 'reason',
  label: m.equipmentPage.reason,
  required: true,
});

/** The steps of the plan, where it has some. */
function ticksField({ maintenance }: EquipmentPageRow, m: Messages): readonly FormField[] {
  const steps = maintenance?.checklist ?? [];
  if (steps.length === 0) return [];
  const options = steps.map((step) => ({ value: step, label: step }));
  return [{ kind: 'ticks', name: 'ticked:list', label: m.equipmentPage.stepsDone, options }];
}

type Form = (thing: EquipmentPageRow, m: Messages, today: string) => readonly FormField[];

/** What each command asks for; checking out, planning and correcting have forms of their own. */
export const forms: Partial<Record<ActionName, Form>> = {
  checkIn: (thing, m) => [roomField(m.equipmentPage.toRoomAgain), conditionField(m), noteField(m)],
  extendLoan: (thing, m) => [
    { kind: 'date', name: 'dueOn:nullable', label: m.equipmentPage.due, value: thing.dueOn ?? '' },
  ],
  moveEquipment: (thing, m) => [roomField(m.equipmentPage.toRoomAgain)],
  startRepair: (thing, m) => [
    {
      kind: 'ticket',
      name: 'ticketId:maybeTicket',
      label: `${m.equipmentPage.ticket} (${m.common.optional})`,
      options: thing.tickets.map(({ number, title }) => ({
        value: String(number),
        label: `${m.ticket.number(number)} ${title}`,
      })),
    },
    { kind: 'text', name: 'vendor', label: m.equipmentPage.vendor, value: thing.vendor, max: 120 },
    noteField(m),
  ],
  finishRepair: (thing, m) => [
    {
      kind: 'select',
      name: 'outcome',
      label: m.equipmentPage.outcome,
      value: 'repaired',
      options: optionsOf(m.equipment.outcomes),
    },
    { kind: 'number', name: 'cost:number', label: m.equipmentPage.repairCost, step: '0.01' },
    noteField(m),
  ],
  recordMaintenance: (thing, m, today) => [
    { kind: 'date', name: 'doneOn', label: m.equipmentPage.doneOn, value: today, required: true },
    ...ticksField(thing, m),
    noteField(m),
  ],
  reportMissing: (thing, m) => [noteField(m)],
  reportFound: (thing, m) => [roomField(m.equipmentPage.foundIn, thing.roomId ?? ''), noteField(m)],
  fitComponent: (thing, m) => [
    { kind: 'thing', name: 'hostId:thing', label: m.equipmentPage.host, required: true },
  ],
  removeComponent: (thing, m) => [roomField(m.equipmentPage.toRoomAgain, thing.roomId ?? '')],
  retireEquipment: (thing, m) => [reasonField(m)],
  reinstateEquipment: (thing, m) => [
    roomField(m.equipmentPage.toRoomAgain, thing.roomId ?? ''),
    reasonField(m),
  ],
  disposeOfEquipment: (thing, m) => [
    {
      kind: 'select',
      name: 'method',
      label: m.equipmentPage.method,
      value: 'recycled',
      options: optionsOf(m.equipment.disposals),
    },
    noteField(m),
  ],
  retagEquipment: (thing, m) => [
    {
      kind: 'text',
      name: 'tag',
      label: m.equipmentPage.tag,
      hint: m.equipmentPage.tagHint,
      value: thing.tag,
      required: true,
      max: 40,
    },
  ],
  noteOnEquipment: (thing, m) => [
    { kind: 'area', name: 'note', label: m.equipmentPage.noteText, required: true },
  ],
};
