import type { PublicFact } from '#domain/settings/events.ts';

export interface SettingsRow {
  readonly terms: { readonly version: number; readonly text: string };
  readonly publicScan: { readonly facts: readonly PublicFact[]; readonly mayReport: boolean };
  readonly revision: string;
  readonly position: string;
}
