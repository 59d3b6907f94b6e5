import type { CommandName } from '#domain/permissions.ts';
import type { EquipmentCountRow } from '#projections/equipmentCounts/row.ts';
import type { EquipmentPageRow } from '#projections/equipmentPage/row.ts';
import type { EquipmentRow } from '#projections/equipmentRegister/row.ts';
import type { Listed } from './answers.ts';

export type EquipmentListed = Listed<EquipmentRow>;

export interface EquipmentAnswer {
  readonly equipment: EquipmentPageRow;
  /** The commands that the viewer's role and relation allow at this stage; none for a past state. */
  readonly may: readonly CommandName[];
  readonly position: string;
}

export interface EquipmentCountsAnswer {
  readonly counts: readonly EquipmentCountRow[];
  readonly position: string;
}

export interface SignatureKept {
  readonly imageId: string;
}

/** A room with how much of the equipment is in it, lent from it or to it, and missing from it. */
export interface RoomBoardRow {
  readonly roomId: string;
  readonly name: string;
  readonly building: string;
  readonly floor: string;
  readonly status: 'Open' | 'Closed';
  readonly equipment: number;
  readonly lent: number;
  readonly missing: number;
}
export interface RoomBoardAnswer {
  readonly items: readonly RoomBoardRow[];
  readonly position: string;
}

/** What a scan of a label tells: to those who may not read the thing no more than the settings allow. */
export interface PublicScan {
  /** Whether there is such a thing, as far as the viewer may know. */
  readonly known: boolean;
  readonly name?: string | undefined;
  readonly category?: string | undefined;
  readonly room?: string | undefined;
  readonly mayReport: boolean;
  /** Of a thing that the viewer may read. */
  readonly equipmentId: string | null;
  readonly state: 'signedOut' | 'signedIn';
}
