import type { Stage } from '#domain/equipment/equipment.ts';
import type { Condition } from '#domain/equipment/words.ts';

/** A thing as the register lists it. Days are RFC 3339 full-dates, instants RFC 3339 in UTC. */
export interface EquipmentRow {
  readonly equipmentId: string;
  readonly tag: string;
  readonly name: string;
  readonly categoryId: string;
  readonly categoryName: string;
  readonly serial: string;
  readonly model: string;
  readonly maker: string;
  readonly vendor: string;
  readonly stage: Stage;
  readonly condition: Condition;
  /** Where it is; null while a person has it, or it is gone. A component is where its host is. */
  readonly roomId: string | null;
  readonly roomName: string | null;
  /** The person who has it. */
  readonly holderId: string | null;
  readonly holderName: string | null;
  /** What it is part of. */
  readonly hostId: string | null;
  readonly hostTag: string | null;
  readonly dueOn: string | null;
  readonly acceptance: 'notAsked' | 'awaiting' | 'accepted' | null;
  readonly purchasedOn: string | null;
  readonly cost: number | null;
  readonly currency: string | null;
  readonly warrantyUntil: string | null;
  readonly maintenanceDueOn: string | null;
  readonly labelledAt: string | null;
  readonly sightedAt: string | null;
  readonly imageId: string | null;
  readonly registeredAt: string;
  readonly updatedAt: string;
  readonly revision: string;
  readonly position: string;
}
