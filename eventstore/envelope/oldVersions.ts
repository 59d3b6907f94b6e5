import { details, maintenanceDone } from '#domain/equipment/events.ts';
import { oldVersion, type OldVersions } from './eventKinds.ts';

/** Every version that was ever written and is written no more. Nothing here is ever removed. */
export const oldVersions: OldVersions = {
  EquipmentDetailsCorrected: {
    // It did not say which batch it was part of.
    1: oldVersion(details, (corrected) => ({ ...corrected, batchId: null })),
  },
  MaintenanceDone: {
    // It did not say which steps of the checklist had been done.
    1: oldVersion(maintenanceDone, (done) => ({ ...done, checklist: [] })),
  },
};
