import type { CategoryRow, RoomRow, UserRow } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';
import { roomInFull } from '#lib/rooms/naming.ts';
import { calledInFull, categoryOptions, personOptions, roomOptions, type Option } from '#lib/ui/options.ts';
import type { Chip, FilterGroup } from '#lib/list/filterGroups.ts';
import { hrefOf, listNames, priorities, statuses, type Filters, type ListName } from './filters.ts';

/** What a queue can be narrowed by. */
export interface Choices {
  readonly rooms: readonly RoomRow[];
  readonly categories: readonly CategoryRow[];
  readonly assignable: readonly UserRow[];
}

export type Choosable = Exclude<ListName, 'tag' | 'requester'>;
export const choosable: readonly Choosable[] = ['status', 'priority', 'assignee', 'room', 'category'];

export const filterLabel = (name: ListName, m: Messages): string =>
  ({
    status: m.ticket.statusLabel,
    priority: m.ticket.priorityLabel,
    assignee: m.ticket.assignee,
    requester: m.ticket.requester,
    room: m.ticket.room,
    category: m.ticket.category,
    tag: m.ticket.tags,
  })[name];

export function filterOptions(name: Choosable, choices: Choices, m: Messages): readonly Option[] {
  switch (name) {
    case 'status':
      return statuses.map((value) => ({ value, label: m.ticket.status[value] }));
    case 'priority':
      return priorities.map((value) => ({ value, label: m.ticket.priority[value] }));
    case 'assignee':
      return [
        { value: 'me', label: m.queue.me },
        { value: 'none', label: m.ticket.unassigned },
        ...personOptions(choices.assignable),
      ];
    case 'room':
      return roomOptions(choices.rooms);
    case 'category':
      return categoryOptions(choices.categories);
  }
}

/** How a value of a filter is called; the value itself where nothing is known of it. */
export function filterValue(name: ListName, value: string, choices: Choices, m: Messages): string {
  if (name === 'tag') return value;
  if (name === 'requester') return value === 'me' ? m.queue.me : value;
  const option = filterOptions(name, choices, m).find((it) => it.value === value);
  return option ? calledInFull(option) : (formerName(value, choices) ?? value);
}

/** The name of a room or category that can no longer be chosen. */
function formerName(id: string, { rooms, categories }: Choices): string | undefined {
  const room = rooms.find((it) => it.roomId === id);
  return room ? roomInFull(room) : categories.find((it) => it.categoryId === id)?.name;
}

export const without = (filters: Filters, name: ListName, value: string): Filters => ({
  ...filters,
  [name]: filters[name].filter((it) => it !== value),
});

export const toggled = (filters: Filters, name: ListName, value: string): Filters =>
  filters[name].some((it) => it === value)
    ? without(filters, name, value)
    : { ...filters, [name]: [...filters[name], value] };

export const filterGroups = (filters: Filters, choices: Choices, m: Messages): readonly FilterGroup[] =>
  choosable.map((name) => ({
    name,
    label: filterLabel(name, m),
    options: filterOptions(name, choices, m).map((option) => ({
      ...option,
      href: hrefOf(toggled(filters, name, option.value)),
      on: filters[name].some((it) => it === option.value),
    })),
  }));

export const chipsOf = (filters: Filters, choices: Choices, m: Messages): readonly Chip[] => [
  ...listNames.flatMap((name) =>
    filters[name].map((value) => ({
      label: filterLabel(name, m),
      value: filterValue(name, value, choices, m),
      href: hrefOf(without(filters, name, value)),
    })),
  ),
  ...(filters.q
    ? [{ label: m.queue.text, value: `“${filters.q}”`, href: hrefOf({ ...filters, q: '' }) }]
    : []),
];
