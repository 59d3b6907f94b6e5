import type { CommandName } from '#domain/permissions.ts';
import type { SettingsRow } from '#projections/settings/row.ts';

export interface SettingsAnswer {
  readonly settings: SettingsRow;
  readonly may: readonly CommandName[];
  readonly position: string;
}
