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

/** All that the register can be asked, answered by looking at everything in memory. */
export class EquipmentOracle {
  readonly #versions = new Map<string, Version[]>();
  readonly #names = new Map<string, { readonly from: bigint; readonly name: string }[]>();

  constructor(events: readonly Recorded[]) {
    for (const { data, entityId, position, stream } of events)
      if ('name' in data && !stream.startsWith('equipment-'))
        this.#names.set(entityId, [
          ...(this.#names.get(entityId) ?? []),
          { from: position, name: String(data.name) },
        ]);
    for (const [stream, own] of Map.groupBy(events, (event) => event.stream))
      if (stream.startsWith('equipment-')) this.#take(own);
  }

  #take(events: readonly Recorded[]): void {
    let line: EquipmentLine | null = null;
    const look: Look = { user: String, room: String, category: String } as unknown as Look;
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
  #shown({ row, position }: Version, until: Until, names?: bigint): EquipmentRow {
    const host = row.hostId === null ? undefined : this.#versions.get(row.hostId)?.findLast(until);
    const latest = names ?? (host && host.position > position ? host.position : position);
    const { roomId, holderId } = host?.row ?? row;
    return {
      ...row,
      roomId,
      holderId,
      hostTag: host?.row.tag ?? null,
      roomName: this.#nameAt(roomId, latest),
      holderName: this.#nameAt(holderId, latest),
      categoryName: this.#nameAt(row.categoryId, latest) ?? '',
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

  #holds({ equipmentId }: EquipmentRow, q: string): boolean {
    const row = this.#versions.get(equipmentId)?.at(-1)?.row;
    if (!row) return false;
    const { tag, name, serial, model, maker, vendor } = row;
    if (uniqueForm(tag).startsWith(uniqueForm(q)) || uniqueForm(serial) === uniqueForm(q)) return true;
    const held = wordsOf(`${tag} ${name} ${serial} ${model} ${maker} ${vendor}`);
    return wordsOf(q).every((term) =>
      held.some((word) => (term.length < 3 ? word === term : word.startsWith(term))),
    );
  }

  /** The whole list in order. */
  list({ userId, role }: Viewer, filters: EquipmentFilters): EquipmentRow[] {
    if (role === 'requester' && filters.asOf !== undefined) return [];
    const any = (list: readonly string[] | undefined, value: string | null) =>
      !list || list.some((one) => (one === 'me' ? userId : one) === value);
    const before = (bound: string | undefined, day: string | null) =>
      bound === undefined || (day !== null && day < bound);
    const belongs = (row: EquipmentRow): boolean =>
      (role !== 'requester' || row.holderId === userId) &&
      any(filters.stage ?? LISTED_STAGES, row.stage) &&
      any(filters.room, row.roomId) &&
      any(filters.holder, row.holderId) &&
      any(filters.category, row.categoryId) &&
      (filters.host ?? row.hostId) === row.hostId &&
      (filters.acceptance ?? row.acceptance) === row.acceptance &&
      before(filters.dueBefore, row.dueOn) &&
      before(filters.warrantyBefore, row.warrantyUntil) &&
      before(filters.maintenanceBefore, row.maintenanceDueOn) &&
      (!filters.labelled || (filters.labelled === 'yes') === (row.labelledAt !== null)) &&
      (!filters.q || this.#holds(row, filters.q));
    const sort = filters.sort ?? 'tag';
    const key = keys[sort.replace('-', '')] ?? keys['tag']!;
    const rows = this.standing(filters.asOf).filter(belongs);
    const way = sort.startsWith('-') ? -1 : 1;
    return rows
      .map((row, index) => ({ row, index, by: key(row) }))
      .sort((a, b) => way * (a.by === b.by ? a.index - b.index : a.by < b.by ? -1 : 1))
      .map(({ row }) => row);
  }
}
