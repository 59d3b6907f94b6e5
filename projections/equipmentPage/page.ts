import { bookValue } from '#domain/equipment/bookValue.ts';
import { loanOf } from '#domain/equipment/rules.ts';
import type { Standing } from '#domain/equipment/equipment.ts';
import { rowOf, type EquipmentFacts, type EquipmentLine } from '#projections/equipmentRegister/line.ts';
import type { EquipmentFactsRow, EquipmentPageRow } from './row.ts';

function loanFacts({ loan, state }: EquipmentFacts): EquipmentFactsRow['loan'] {
  const current = loanOf(state.standing);
  const none = { note: '', signatureId: null, acceptedAt: null, termsVersion: null };
  return current && { since: current.since, ...(loan ?? none) };
}

function repairFacts(standing: Standing, note: string): EquipmentFactsRow['repair'] {
  return standing.stage === 'InRepair' ? { ...standing.repair, note } : null;
}

/** What only the page of a thing tells. */
export function factsOf({ equipmentId, facts }: EquipmentLine): EquipmentFactsRow {
  const { details, standing, maintenance } = facts.state;
  return {
    equipmentId,
    depreciation: details.depreciation,
    fields: details.fields,
    images: facts.images,
    loan: loanFacts(facts),
    repair: repairFacts(standing, facts.repairNote),
    maintenance,
    retiredReason: standing.stage === 'Retired' ? standing.reason : null,
    disposal: standing.stage === 'Disposed' ? facts.disposal : null,
  };
}

type Others = Pick<EquipmentPageRow, 'components' | 'tickets'>;

/** A thing's page; `on` is the day (RFC 3339 full-date) of its book value. */
export function pageOf(line: EquipmentLine, others: Others, on: string): EquipmentPageRow {
  const value = bookValue(line.facts.state.details, on);
  return {
    ...rowOf(line),
    ...factsOf(line),
    ...others,
    bookValue: value === null ? null : { on, value },
  };
}
