import type { Projector } from '#projections/run.ts';

/** How new projections are, so that an answer made of them can be kept for exactly as long as they stay so. */
export type VersionOf = (projections: readonly string[]) => string;

/** Where another process projects, every event counts for every projection. */
export const versionsOf =
  (projector: Pick<Projector, 'changed' | 'leads' | 'position'>): VersionOf =>
  (projections) => {
    if (!projector.leads()) return `at ${projector.position()}`;
    const newest = projections.reduce((max, name) => {
      const changed = projector.changed(name) ?? -1n;
      return changed > max ? changed : max;
    }, -1n);
    return `since ${newest}`;
  };
