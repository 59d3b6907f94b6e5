import { settings, SETTINGS_ID } from '#domain/settings/settings.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';
import { findRecord } from '#projections/recordList.ts';
import type { SettingsLine } from './projection.ts';
import type { SettingsRow } from './row.ts';

/** What administrators have set; where they have set nothing, revision and position are -1. */
export async function settingsNow(read: ReadDatabase): Promise<SettingsRow> {
  const line = await findRecord<SettingsLine>(read, 'settings', SETTINGS_ID);
  const { terms, publicScan, revision, position } = line ?? {
    ...settings.initial,
    revision: '-1',
    position: '-1',
  };
  return { terms, publicScan, revision, position };
}
