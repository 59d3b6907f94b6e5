import { uniqueForm } from '#domain/equipment/rules.ts';
import type { Recorded } from '#eventstore/journal.ts';
import { LISTED_STAGES, type EquipmentFilters } from '#projections/equipmentRegister/filters.ts';
import { rowOf, type EquipmentLine } from '#projections/equipmentRegister/line.ts';
import { equipmentRegister } from '#projections/equipmentRegister/projection.ts';
import type { EquipmentRow } from '#projections/equipmentRegister/row.ts';
import { untyped, type Look, type Sight } from '#projections/projection.ts';
import type { Viewer } from '#projections/readDatabase.ts';

type Fold = (line: EquipmentLine | null, event: Recorded, sight: Sight) => EquipmentLine | null;
interface Version {
  readonly position: bigint;
  readonly row: EquipmentRow;
}
type Until = (version: Version) => boolean;

const LAST = '9999-12-31';
const keys: Readonly<Record<string, (row: EquipmentRow) => number | string>> = {
  tag: (row) => row.tag.toLowerCase(),
  name: (row) => row.name.toLowerCase().replaceAll('ü', 'u'),
  updatedAt: (row) => Date.parse(row.updatedAt),
  dueOn: (row) => row.dueOn ?? LAST,
  warrantyUntil: (row) => row.warrantyUntil ?? LAST,
  maintenanceDueOn: (row) => row.maintenanceDueOn ?? LAST,
};

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const NOT_FOR_BORROWERS = { vendor: '', purchasedOn: null, cost: null, currency: null };

const placeIn = ({ roomId, holderId }: EquipmentRow) => ({ roomId, holderId });

const lists = [
  ['stage', (row: EquipmentRow) => row.stage],
  ['room', (row: EquipmentRow) => row.roomId],
  ['holder', (row: EquipmentRow) => row.holderId],
  ['category', (row: EquipmentRow) => row.categoryId],
] as const;
const days = [
  ['dueBefore', (row: EquipmentRow) => row.dueOn],
  ['warrantyBefore', (row: EquipmentRow) => row.warrantyUntil],
  ['maintenanceBefore', (row: EquipmentRow) => row.maintenanceDueOn],
] as const;

const any = (list: readonly string[] | undefined, value: string | null, me: string): boolean =>
  !list || list.some((one) => (one === 'me' ? me : one) === value);
const isBefore = (bound: string | undefined, day: string | null): boolean =>
  bound === undefined || (day !== null && day < bound);
const isFrom = (bound: string | undefined, day: string | null): boolean =>
  bound === undefined || (day !== null && day >= bound);
const fits = ({ host, acceptance, labelled, warrantyFrom }: EquipmentFilters, row: EquipmentRow): boolean =>
  isFrom(warrantyFrom, row.warrantyUntil) &&
  (host === undefined || host === row.hostId) &&
  (acceptance === undefined || acceptance === row.acceptance) &&
  (labelled === undefined || (labelled === 'yes') === (row.labelledAt !== null));

/** All that the register can be asked, answered by looking at everything in memory. */
export class EquipmentOracle {
  readonly #versions = new Map<string, Version[]>();
  readonly #names = new Map<string, { readonly from: bigint; readonly name: string }[]>();

  constructor(events: readonly Recorded[]) {
    for (const { data, entityId, position, stream } of events) {
      const { name } = data as { readonly name?: string };
      if (name !== undefined && !stream.startsWith('equipment-'))
        this.#names.set(entityId, [...(this.#names.get(entityId) ?? []), { from: position, name }]);
    }
    for (const [stream, own] of Map.groupBy(events, (event) => event.stream))
      if (stream.startsWith('equipment-')) this.#take(own);
  }

  #take(events: readonly Recorded[]): void {
    let line: EquipmentLine | null = null;
    const look: Look = { user: String, room: String, category: String };
    for (const event of events) {
      const fold = untyped(equipmentRegister).on[event.type] as Fold;
      line = fold(line, event, { look, key: event.entityId, rowOf: () => null });
      if (!line) continue;
      const before = this.#versions.get(event.entityId) ?? [];
      this.#versions.set(event.entityId, [...before, { position: event.position, row: rowOf(line) }]);
    }
  }

  #nameAt(id: string | null, position: bigint): string | null {
    if (id === null) return null;
    return this.#names.get(id)?.findLast(({ from }) => from <= position)?.name ?? 'Unknown';
  }

  /** In the names of a position, and where its host then was. */
  #shown(version: Version, until: Until, names?: bigint): EquipmentRow {
    const { row, position } = version;
    const host = this.#versions.get(row.hostId ?? '')?.findLast(until);
    if (!host) return this.#named({ ...row, hostTag: null }, names ?? position);
    const later = host.position > position ? host.position : position;
    return this.#named({ ...row, ...placeIn(host.row), hostTag: host.row.tag }, names ?? later);
  }

  #named(row: EquipmentRow, position: bigint): EquipmentRow {
    return {
      ...row,
      roomName: this.#nameAt(row.roomId, position),
      holderName: this.#nameAt(row.holderId, position),
      categoryName: this.#nameAt(row.categoryId, position) ?? '',
    };
  }

  /** As it is, or stood at a moment, by registration. */
  standing(asOf?: string): EquipmentRow[] {
    const moment = asOf === undefined ? Infinity : Date.parse(asOf);
    const until: Until = ({ row }) => Date.parse(row.updatedAt) <= moment;
    const now = asOf === undefined ? 2n ** 60n : undefined;
    return [...this.#versions.values()].flatMap((versions) => {
      const version = versions.findLast(until);
      return version ? [this.#shown(version, until, now)] : [];
    });
  }

  /** What was lost out of another thing: no room has missed it. */
  lostComponents(asOf?: string): number {
    const moment = asOf === undefined ? Infinity : Date.parse(asOf);
    const until: Until = ({ row }) => Date.parse(row.updatedAt) <= moment;
    return [...this.#versions.values()].filter((versions) => {
      const stood = versions.slice(0, versions.findLastIndex(until) + 1).map(({ row }) => row);
      const before = stood.findLast(({ stage }) => stage !== 'Missing');
      return stood.at(-1)?.stage === 'Missing' && before?.hostId != null;
    }).length;
  }

  #holds({ equipmentId }: EquipmentRow, q: string, staff: boolean): boolean {
    const row = this.#versions.get(equipmentId)?.at(-1)?.row;
    if (!row) return false;
    const { tag, name, serial, model, maker, vendor } = row;
    if (uniqueForm(tag).startsWith(uniqueForm(q)) || uniqueForm(serial) === uniqueForm(q)) return true;
    const held = wordsOf(`${tag} ${name} ${serial} ${model} ${maker} ${staff ? vendor : ''}`);
    return wordsOf(q).every((term) =>
      held.some((word) => (term.length < 3 ? word === term : word.startsWith(term))),
    );
  }

  /** The whole list in order. */
  list({ userId, role }: Viewer, filters: EquipmentFilters): EquipmentRow[] {
    const staff = role !== 'requester';
    if (!staff && filters.asOf !== undefined) return [];
    const asked = { ...filters, stage: filters.stage ?? LISTED_STAGES };
    const belongs = (row: EquipmentRow): boolean =>
      (staff || row.holderId === userId) &&
      lists.every(([list, valueOf]) => any(asked[list], valueOf(row), userId)) &&
      days.every(([bound, dayOf]) => isBefore(asked[bound], dayOf(row))) &&
      fits(asked, row) &&
      (!asked.q || this.#holds(row, asked.q, staff));
    const sort = filters.sort ?? 'tag';
    const key = keys[sort.replace('-', '')] ?? keys['tag']!;
    const rows = this.standing(filters.asOf).filter(belongs);
    const way = sort.startsWith('-') ? -1 : 1;
    return rows
      .map((row, index) => ({ row, index, by: key(row) }))
      .sort((a, b) => way * (a.by === b.by ? a.index - b.index : a.by < b.by ? -1 : 1))
      .map(({ row }) => (staff ? row : { ...row, ...NOT_FOR_BORROWERS }));
  }
}
