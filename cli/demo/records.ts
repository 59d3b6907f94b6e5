import { DAY, HOUR, MINUTE } from './calendar.ts';
import { categories, categoryKeys } from './categories.ts';
import { administrator, leaver, people, promoted, renamed, type DemoPerson } from './people.ts';
import { rooms } from './rooms.ts';
import { settingsSteps } from './equipmentSteps.ts';
import { as, DESK, type Step } from './step.ts';
import { equipmentCategories, type DemoEquipmentCategory } from './things.ts';
import { SETTINGS_ID } from '#domain/settings/settings.ts';

const admin = as(administrator);
const BEFORE_DAYS = 12;

function registration(person: DemoPerson, at: number): Step {
  const { id, name, email, phone, department, locale } = person;
  const role = person === promoted ? 'technician' : person.role;
  const actor = person === administrator ? DESK : admin;
  const input = { name, email, phone, department, locale, role };
  return { at, record: 'user', id, command: 'registerUser', actor, input };
}

function creation(
  { id, ...described }: DemoEquipmentCategory,
  kind: 'ticket' | 'equipment',
  at: number,
): Step {
  const input = { ...described, kind };
  const after = described.parentId === null ? {} : { after: described.parentId };
  return { at, record: 'category', id, command: 'createCategory', actor: admin, input, ...after };
}

/** People, rooms and categories, from some days before the first ticket, and what became of them. */
export function recordSteps(now: number, days: number): Step[] {
  const start = now - (days + BEFORE_DAYS) * DAY;
  const staff = [administrator, ...people.filter((person) => person !== administrator)];
  const share = days / 182;
  const ago = (n: number): number => now - n * share * DAY - 2 * HOUR;
  const { person, name } = renamed;
  const { email, phone, department, locale } = person;
  return [
    ...staff.map((each, n) => registration(each, start + n * 5 * MINUTE)),
    ...rooms.map(({ id, name: called, building, floor }, n): Step => ({
      ...{ at: start + DAY + n * 2 * MINUTE, record: 'room', id, command: 'openRoom', actor: admin },
      input: { name: called, building, floor },
    })),
    ...categoryKeys.map((key, n) => creation(categories[key], 'ticket', start + 2 * DAY + n * 6 * MINUTE)),
    ...equipmentCategories.map((one, n) => creation(one, 'equipment', start + 3 * DAY + n * 6 * MINUTE)),
    ...settingsSteps(start + 3 * DAY + 5 * HOUR, SETTINGS_ID),
    {
      at: ago(150),
      record: 'user',
      id: promoted.id,
      command: 'changeUserRole',
      actor: admin,
      input: { role: 'admin' },
    },
    {
      at: ago(90),
      record: 'user',
      id: person.id,
      command: 'correctUserDetails',
      actor: as(person),
      input: { name, email, phone, department, locale },
    },
    { at: ago(60), record: 'user', id: leaver.id, command: 'deactivateUser', actor: admin, input: {} },
    ...renamings(ago),
  ];
}

function renamings(ago: (days: number) => number): Step[] {
  const elm = rooms.find(({ name }) => name === 'Meeting Room Elm');
  const pod = rooms.find(({ name }) => name === 'Study Pod 2');
  return [elm, pod].flatMap((room): Step[] =>
    room === undefined
      ? []
      : [
          {
            ...{ at: ago(75), record: 'room', id: room.id, command: 'renameRoom', actor: admin },
            input: { name: `${room.name} (quiet)`, building: room.building, floor: room.floor },
          },
        ],
  );
}
