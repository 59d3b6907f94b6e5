import type { Aggregate, Happened } from '../event.ts';
import type { PublicFact, SettingsEvent } from './events.ts';

/** The one record of what administrators have set; its stream is `settings-<this id>`. */
export const SETTINGS_ID = '5e771465-0000-4000-8000-000000000000';

export interface Settings {
  /** Version 0: nobody has defined any; borrowers sign without. */
  readonly terms: { readonly version: number; readonly text: string };
  readonly publicScan: { readonly facts: readonly PublicFact[]; readonly mayReport: boolean };
}

function evolve(state: Settings, event: Happened<SettingsEvent>): Settings {
  switch (event.type) {
    case 'LoanTermsDefined':
      return { ...state, terms: event.data };
    case 'PublicScanDefined':
      return { ...state, publicScan: event.data };
    default:
      return event satisfies never;
  }
}

export const settings: Aggregate<Settings, SettingsEvent> = {
  category: 'settings',
  initial: { terms: { version: 0, text: '' }, publicScan: { facts: [], mayReport: true } },
  evolve,
};
