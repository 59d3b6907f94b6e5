import { settings as aggregate, type Settings } from '#domain/settings/settings.ts';
import { settingsEvents, type SettingsEvent } from '#domain/settings/events.ts';
import { projection, type RecordedOf } from '#projections/projection.ts';
import { recordHistory } from '#projections/recordHistory/derived.ts';
import { stamp, typesOf, type Stamped } from '#projections/stamp.ts';

export type SettingsLine = Settings & Stamped;

export const settings = projection<SettingsLine>({
  name: 'settings',
  version: 2,
  columns: {},
  indexes: [],
  derived: [recordHistory('settings')],
  on: Object.fromEntries(
    typesOf(settingsEvents).map((type) => [
      type,
      (row: SettingsLine | null, event: RecordedOf<SettingsEvent['type']>): SettingsLine => ({
        ...aggregate.evolve(row ?? aggregate.initial, event),
        ...stamp(row, event),
      }),
    ]),
  ),
});
