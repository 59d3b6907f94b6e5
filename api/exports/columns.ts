import type { CategoryRow, RoomRow, TicketQueueRow, UserRow } from '#api/contract/rows.ts';
import { fieldsText } from '#api/imports/kinds/fieldText.ts';
import { pathText, type Paths } from '#api/imports/paths.ts';
import type { DetailedRow } from '#projections/equipmentRegister/detailed.ts';
import { column, type CsvColumn } from './csv.ts';

export const ticketColumns: readonly CsvColumn<TicketQueueRow>[] = [
  column('Number', (row) => row.number),
  column('Title', (row) => row.title),
  column('Status', (row) => row.status),
  column('Priority', (row) => row.priority),
  column('Urgency', (row) => row.urgency),
  column('Requester', (row) => row.requesterName),
  column('Assignee', (row) => row.assigneeName),
  column('Room', (row) => row.roomName),
  column('Category', (row) => row.categoryName),
  column('Tags', (row) => row.tags.join(', ')),
  column('Opened', (row) => row.openedAt),
  column('Updated', (row) => row.updatedAt),
  column('Resolved', (row) => row.resolvedAt),
  column('Id', (row) => row.ticketId),
];

export const roomColumns: readonly CsvColumn<RoomRow>[] = [
  column('Name', (row) => row.name),
  column('Building', (row) => row.building),
  column('Floor', (row) => row.floor),
  column('Status', (row) => row.status),
  column('Id', (row) => row.roomId),
];

export const userColumns: readonly CsvColumn<UserRow>[] = [
  column('Name', (row) => row.name),
  column('E-mail', (row) => row.email),
  column('Phone', (row) => row.phone),
  column('Department', (row) => row.department),
  column('Language', (row) => row.locale),
  column('Role', (row) => row.role),
  column('Status', (row) => row.status),
  column('Id', (row) => row.userId),
];

export const categoryColumns = (paths: Paths): readonly CsvColumn<CategoryRow>[] => [
  column('Kind', (row) => row.kind),
  column('Name', (row) => row.name),
  column('Parent', (row) => pathText(paths.of(row.categoryId).slice(0, -1))),
  column('Fields', (row) => fieldsText(row.fields)),
  column('Default assignee', (row) => row.defaultAssigneeName),
  column('Status', (row) => row.status),
  column('Id', (row) => row.categoryId),
];

export interface ThingNames {
  readonly paths: Paths;
  /** Where each room is, by its id. */
  readonly places: ReadonlyMap<string, Pick<RoomRow, 'building' | 'floor'>>;
  /** The custom fields of all categories, by key. */
  readonly labels: ReadonlyMap<string, string>;
}

function falling({ details }: DetailedRow, name: 'months' | 'percent' | 'residual'): number | null {
  const falls: Readonly<Record<string, unknown>> = { ...details?.depreciation };
  const value = falls[name];
  return typeof value === 'number' ? value : null;
}

export const equipmentColumns = ({
  paths,
  places,
  labels,
}: ThingNames): readonly CsvColumn<DetailedRow>[] => [
  column('Tag', (row) => row.tag),
  column('Name', (row) => row.name),
  column('Category', (row) => pathText([...paths.of(row.categoryId).slice(0, -1), row.categoryName])),
  column('Room', (row) => row.roomName),
  column('Building', (row) => places.get(row.roomId ?? '')?.building ?? ''),
  column('Floor', (row) => places.get(row.roomId ?? '')?.floor ?? ''),
  column('Serial number', (row) => row.serial),
  column('Model', (row) => row.model),
  column('Maker', (row) => row.maker),
  column('Vendor', (row) => row.vendor),
  column('Purchased on', (row) => row.purchasedOn),
  column('Cost', (row) => row.cost),
  column('Currency', (row) => row.currency),
  column('Warranty until', (row) => row.warrantyUntil),
  column('Depreciation', (row) => row.details?.depreciation?.method ?? null),
  column('Depreciation months', (row) => falling(row, 'months')),
  column('Depreciation percent', (row) => falling(row, 'percent')),
  column('Residual value', (row) => falling(row, 'residual')),
  ...[...labels].map(([key, label]) => column<DetailedRow>(label, (row) => row.details?.fields[key] ?? null)),
  column('Stage', (row) => row.stage),
  column('Condition', (row) => row.condition),
  column('Held by', (row) => row.holderName),
  column('Part of', (row) => row.hostTag),
  column('Due on', (row) => row.dueOn),
  column('Maintenance due', (row) => row.maintenanceDueOn),
  column('Labelled', (row) => row.labelledAt),
  column('Sighted', (row) => row.sightedAt),
  column('Id', (row) => row.equipmentId),
];
