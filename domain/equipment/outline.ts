import { UNRELATED, type Relation } from '../permissions.ts';
import type { Actor } from '../role.ts';
import type { Acceptance, RegisteredEquipment, Stage } from './equipment.ts';
import { holderOf, hostOf, loanOf } from './rules.ts';

/** What decides which commands a thing takes; a state of the aggregate and a row of a screen both give it. */
export interface EquipmentOutline {
  readonly stage: Stage;
  /** The person to whom it is lent. */
  readonly holderId: string | null;
  /** Null: it is not lent. */
  readonly acceptance: Acceptance | null;
  readonly hostId: string | null;
}

export const outlineOf = ({ standing }: RegisteredEquipment): EquipmentOutline => ({
  stage: standing.stage,
  holderId: holderOf(standing),
  acceptance: loanOf(standing)?.acceptance ?? null,
  hostId: hostOf(standing),
});

/** What is lent to somebody is their own as long as it is. */
export const relationTo = ({ holderId }: Pick<EquipmentOutline, 'holderId'>, actor: Actor): Relation =>
  actor.kind === 'person' && holderId === actor.userId ? { own: true, involved: false } : UNRELATED;
